using DocsPipeline.Diagnostics;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Flows.Export.Reporting;

public enum ExportStatus
{
    Exported,
    Unchanged,
    Skipped,
    Failed,

    /// <summary>Proposed before, and closed without merging.</summary>
    Declined,

    /// <summary>A page without page properties, which nobody meant to be a document.</summary>
    NotADocument,
}

/// <summary>
/// How one page fared. <see cref="Path"/> and <see cref="Id"/> are null for pages that are not documents; <see cref="Reason"/> is a plain
/// sentence.
/// </summary>
public sealed record ExportedPage(string Space, string Page, string Title, Uri Url, ExportStatus Status, string Reason)
{
    public string? Id { get; init; }

    public string? Path { get; init; }

    public ConversionReport Elements { get; init; } = ConversionReport.Empty;

    /// <summary>Passages that people still discuss on the page.</summary>
    public int OpenComments { get; init; }

    /// <summary>Places where the page and the repository were both changed.</summary>
    public int Conflicts { get; init; }
}

/// <summary>What a run of Export came to. Commit and pull request are null where nothing changed.</summary>
public sealed record ExportReport(
    IReadOnlyList<ExportedPage> Pages, string? Commit, int? PullRequest, Uri? PullRequestUrl, IReadOnlyList<Diagnostic> Diagnostics)
{
    public ExitCode ExitCode => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) ? ExitCode.Errors : ExitCode.Done;

    public int Count(ExportStatus status) => Pages.Count(page => page.Status == status);
}
