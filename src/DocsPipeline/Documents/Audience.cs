namespace DocsPipeline.Documents;

/// <summary>
/// Who may read a document, as its front matter says: in each of the communities, the members of the groups and the partners.
/// Without a community, or with neither a group nor a partner, nobody may.
/// </summary>
public sealed record Audience(IReadOnlyList<string> Communities, IReadOnlyList<string> Groups, IReadOnlyList<string> Partners)
{
    /// <summary>The group that holds every partner of a community; it reaches nobody unless it is named.</summary>
    public const string Everyone = "everyone";

    public static Audience Nobody { get; } = new([], [], []);

    public bool IsNobody => Communities.Count == 0 || (Groups.Count == 0 && Partners.Count == 0);
}
