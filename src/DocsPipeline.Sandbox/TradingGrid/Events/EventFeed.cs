using DocsPipeline.Sandbox.State;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Events;

/// <summary>Everything that happened, in one order; written in the same transaction as what happened.</summary>
internal sealed class EventFeed(SandboxDatabase database, TimeProvider clock)
{
    /// <summary>How long events are kept, as a mailbox on the grid keeps its data.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(45);

    /// <summary>Raised with each event while its transaction is still open.</summary>
    public event Action? Appended;

    public void Append<T>(
        string community, string type, Actor actor, T resource, string? partner, params ReadOnlySpan<(string Name, object Value)> detail)
        where T : Resource, IEventSubject
    {
        var about = new EventResource(
            T.EventType, resource.Id, resource.ExternalId, partner, resource.Version,
            $"/v1/communities/{community}/{T.EventPath}/{resource.Id}");
        var happened = new GridEvent(
            GridStore.NewId("evt"), type, clock.GetUtcNow(), community, actor, about,
            detail.ToArray().ToDictionary(pair => pair.Name, pair => pair.Value));
        database.Execute("INSERT INTO event (community, at, body) VALUES (@1, @2, @3)",
            community, happened.OccurredAt.ToUnixTimeMilliseconds(), GridJson.Write(happened));
        Appended?.Invoke();
    }

    /// <summary>Events after a number, oldest first, without those that are no longer kept.</summary>
    public List<(long Number, GridEvent Value)> After(string? community, long number, int most) => database.Rows(
        "SELECT number, body FROM event WHERE number > @2 AND at >= @3 AND (@1 IS NULL OR community = @1) ORDER BY number LIMIT @4",
        row => (row.GetInt64(0), GridJson.Read<GridEvent>(row.GetString(1))), community, number,
        (clock.GetUtcNow() - Kept).ToUnixTimeMilliseconds(), most);

    public long Last() => database.Count("SELECT coalesce(max(number), 0) FROM event");
}
