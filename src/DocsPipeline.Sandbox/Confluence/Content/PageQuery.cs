namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>Which pages a listing wants. <see cref="Sort"/> is one of v2's orders; empty lists mean "no filter".</summary>
internal sealed record PageQuery
{
    public IReadOnlyList<string> Ids { get; init; } = [];

    public IReadOnlyList<string> Spaces { get; init; } = [];

    public IReadOnlyList<string> Statuses { get; init; } = ["current", "archived"];

    public string? Title { get; init; }

    public long? LabelId { get; init; }

    public bool RootOnly { get; init; }

    public string Sort { get; init; } = "id";

    public bool Bodies { get; init; }

    /// <summary>The sort value and the id of the last page that the caller has seen.</summary>
    public (string Value, string Id)? After { get; init; }

    public int Limit { get; init; } = 25;
}
