using DocsPipeline.Sandbox.State;
using DocsPipeline.Sandbox.TradingGrid.Contract;

namespace DocsPipeline.Sandbox.TradingGrid.Documents;

/// <summary>Which documents wait for their time. Nothing runs in the background: whoever looks next finds them published.</summary>
internal sealed class PublishSchedule(SandboxDatabase database, TimeProvider clock)
{
    public void Set(string community, string document, DateTimeOffset at, Actor actor) => database.Execute(
        "INSERT OR REPLACE INTO schedule (community, document, at, actor) VALUES (@1, @2, @3, @4)", community, document,
        at.ToUnixTimeMilliseconds(), GridJson.Write(actor));

    public void Cancel(string community, string document) =>
        database.Execute("DELETE FROM schedule WHERE community = @1 AND document = @2", community, document);

    public List<(string Community, string Document, Actor Actor)> Due() => database.Rows(
        "SELECT community, document, actor FROM schedule WHERE at <= @1 ORDER BY at, document",
        row => (row.GetString(0), row.GetString(1), GridJson.Read<Actor>(row.GetString(2))), clock.GetUtcNow().ToUnixTimeMilliseconds());
}
