using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Rules.Summaries;

/// <summary>
/// All that the rules need of a document once they looked at it by itself: what others can depend on, what is wrong with it and what it
/// points at. Its text and its tree are let go; ten thousand of those do not fit into a small machine.
/// </summary>
internal sealed record DocumentSummary(string Path, string? Id) : DocumentInterface(Path, Id)
{
    /// <summary>What is wrong whatever other documents say.</summary>
    public IReadOnlyList<Diagnostic> Faults { get; init; } = [];

    /// <summary>Where its id stands.</summary>
    public SourceSpan IdSpan { get; init; }

    /// <summary>Where its front matter says what it takes the place of.</summary>
    public SourceSpan SupersedesSpan { get; init; }

    /// <summary>Links and images that lead to headings and files of the repository, in the order of the text.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>Documents that the front matter names.</summary>
    public IReadOnlyList<IdReference> Ids { get; init; } = [];

    /// <summary>A gap that only colleagues see is worth a word; one that partners would see stops the document.</summary>
    public DiagnosticCode FileDoesNotExist => IsPublished ? Catalogue.Links.FileDoesNotExist : Catalogue.Links.InternalFileDoesNotExist;

    /// <summary>The folder, with <c>/</c> at its end.</summary>
    public string Folder => Path[..(Path.LastIndexOf('/') + 1)];
}
