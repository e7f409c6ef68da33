using DocsPipeline.Diagnostics;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Import;

public enum ImportStatus
{
    /// <summary>New to us.</summary>
    Imported,

    /// <summary>Known, and the community has news of it.</summary>
    Updated,

    /// <summary>The community has it as we know it.</summary>
    Unchanged,

    Failed,
}

/// <summary>
/// How one thing that partners sent fared: <see cref="Events"/> that told of it, the issue and the Confluence page it is on now.
/// </summary>
public sealed record ImportedItem(ItemReference Reference, IReadOnlyList<string> Events, string Title, ImportStatus Status)
{
    /// <summary>The community's word for what it is: <c>testrun</c>.</summary>
    public string Type => Reference.Kind.Word();

    public Uri? Issue { get; init; }

    public Uri? Page { get; init; }

    /// <summary>External id of the document it is about, if any.</summary>
    public string? Document { get; init; }

    /// <summary>Why it failed, or what has to be known although it did not.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>What a run of Import came to. <see cref="Refusals"/> are of communities that could not be asked at all.</summary>
public sealed record ImportReport(IReadOnlyList<ImportedItem> Items, IReadOnlyList<Diagnostic> Refusals)
{
    public IReadOnlyList<Diagnostic> Diagnostics => [.. Refusals, .. Items.SelectMany(item => item.Diagnostics)];

    public ExitCode ExitCode =>
        Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) ? ExitCode.PartlyApplied : ExitCode.Done;
}
