using DocsPipeline.Diagnostics;

namespace DocsPipeline.Flows.Import;

public enum ImportStatus
{
    Imported,
    Updated,
    Unchanged,
    Failed,
}

/// <summary>How one thing that partners sent fared: <see cref="Events"/> that told of it, the issue and the Confluence page it is on now.</summary>
public sealed record ImportedItem(IReadOnlyList<string> Events, string Type, string Id, string Title, ImportStatus Status, Uri? Issue, Uri? Page, string Reason)
{
    /// <summary>External id of the document it is about, if any.</summary>
    public string? Document { get; init; }
}

/// <summary>What a run of Import came to.</summary>
public sealed record ImportReport(IReadOnlyList<ImportedItem> Items, IReadOnlyList<Diagnostic> Diagnostics)
{
    public ExitCode ExitCode => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) ? ExitCode.PartlyApplied : ExitCode.Done;
}
