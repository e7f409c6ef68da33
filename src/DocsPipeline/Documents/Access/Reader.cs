namespace DocsPipeline.Documents.Access;

/// <summary>
/// For whom something is built: the audience of a document in a community as a whole, or one partner of it (its addendum, which holds only
/// what was narrowed to that partner).
/// </summary>
public readonly record struct Reader
{
    private Reader(string? partnerId) => PartnerId = partnerId;

    public static Reader Audience => default;

    /// <summary>The partner's id, or null for the audience as a whole.</summary>
    public string? PartnerId { get; }

    public static Reader Partner(string id) => new(id);

    public override string ToString() => PartnerId ?? "audience";
}
