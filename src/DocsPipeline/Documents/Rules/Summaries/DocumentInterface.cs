using DocsPipeline.Documents.Access;

namespace DocsPipeline.Documents.Rules.Summaries;

/// <summary>
/// All that another document can depend on. As long as it stays the same, an edit changes nothing about what is wrong elsewhere.
/// </summary>
/// <param name="Path">Of its file, from the root of the repository.</param>
/// <param name="Id">Null for a file that could not be read as a document.</param>
internal record DocumentInterface(string Path, string? Id)
{
    /// <summary>Whether partners get anything of it at all.</summary>
    public bool IsPublished { get; init; }

    public Audience Audience { get; init; } = Audience.Nobody;

    /// <summary>The id of the one document that it takes the place of.</summary>
    public string? Supersedes { get; init; }

    /// <summary>What can be linked to.</summary>
    public IReadOnlyList<Anchor> Anchors { get; init; } = [];

    public bool OffersTheSameAs(DocumentInterface other) =>
        Path == other.Path && Id == other.Id && IsPublished == other.IsPublished && Supersedes == other.Supersedes
        && AudienceComparer.NameTheSame(Audience, other.Audience) && Anchors.SequenceEqual(other.Anchors);
}
