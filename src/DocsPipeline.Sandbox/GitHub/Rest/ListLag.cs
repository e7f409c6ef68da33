using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Rest;

/// <summary>
/// Lists that lag behind writes, as replicas of the real system do; off until the control interface says how many seconds.
/// </summary>
internal sealed class ListLag(TimeProvider clock)
{
    public int Seconds { get; set; }

    /// <summary>Whether something made at that moment is already in a list.</summary>
    public bool Shows(string createdAt) =>
        Seconds == 0 || string.CompareOrdinal(createdAt, Moment.Of(clock.GetUtcNow().AddSeconds(-Seconds))) <= 0;
}
