using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Publish.WriteBack;
using DocsPipeline.Sync.Planning;

namespace DocsPipeline.Flows.Publish.Reporting;

public enum PublishStatus
{
    Published,
    Withdrawn,
    Recorded,
    Unchanged,
    Failed,
}

/// <summary>How one document fared in one community; <see cref="Url"/> is where a partner who may read it reads it.</summary>
public sealed record PublishedDocument(
    string Community, string ExternalId, string Document, string Title, PublishStatus Status, int? Revision, Uri? Url,
    IReadOnlyList<string> Readers, string Reason)
{
    /// <summary>Where the document lies in git; empty for one that git no longer has.</summary>
    public string Path { get; init; } = "";
}

/// <summary>What a run of Publish came to.</summary>
public sealed record PublishReport(
    string Commit, string? Ledger, IReadOnlyList<PublishedDocument> Documents, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Articles that were put on cases.</summary>
    public IReadOnlyList<CaseLink> Links { get; init; } = [];

    /// <summary>Confluence pages that were brought to what git says.</summary>
    public IReadOnlyList<WrittenPage> Pages { get; init; } = [];

    public int Writes =>
        Documents.Count(document => document.Status is PublishStatus.Published or PublishStatus.Withdrawn) + Links.Count + Pages.Count;

    public ExitCode ExitCode =>
        Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) ? ExitCode.PartlyApplied : ExitCode.Done;
}
