using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Rules.Summaries;

/// <summary>
/// All that the rules need of a document once they looked at it by itself: what is wrong with it, what it points at and what can be pointed
/// at. Its text and its tree are let go; ten thousand of those do not fit into a small machine.
/// </summary>
/// <param name="Path">Of its file, from the root of the repository.</param>
/// <param name="Id">Null for a file that could not be read as a document.</param>
internal sealed record DocumentSummary(string Path, string? Id)
{
    /// <summary>What is wrong whatever other documents say.</summary>
    public IReadOnlyList<Diagnostic> Faults { get; init; } = [];

    /// <summary>Where its id stands.</summary>
    public SourceSpan IdSpan { get; init; }

    /// <summary>Whether partners get anything of it at all.</summary>
    public bool IsPublished { get; init; }

    public Audience Audience { get; init; } = Audience.Nobody;

    /// <summary>The id of the one document that it takes the place of, and where its front matter says so.</summary>
    public string? Supersedes { get; init; }

    public SourceSpan SupersedesSpan { get; init; }

    /// <summary>Links and images that lead to headings and files of the repository, in the order of the text.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>Documents that the front matter names.</summary>
    public IReadOnlyList<IdReference> Ids { get; init; } = [];

    /// <summary>What can be linked to.</summary>
    public IReadOnlyList<Anchor> Anchors { get; init; } = [];

    /// <summary>A gap that only colleagues see is worth a word; one that partners would see stops the document.</summary>
    public DiagnosticCode FileDoesNotExist => IsPublished ? Catalogue.Links.FileDoesNotExist : Catalogue.Links.InternalFileDoesNotExist;

    /// <summary>The folder, with <c>/</c> at its end.</summary>
    public string Folder => Path[..(Path.LastIndexOf('/') + 1)];
}
