using DocsPipeline.Documents;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Publish.Applying;

/// <summary>Where a publication comes from: derived from git, the pull request and the ledger, never typed by a person.</summary>
internal static class Provenance
{
    public static GridSource Source(Document document, PlannedRun run, string repository)
    {
        var verdict = run.History.Of([document.Path]);
        var before = run.Ledger.Receipts.Values.FirstOrDefault(receipt => receipt.Document == document.Id.Value);
        return new GridSource(repository, verdict?.Commit ?? before?.Commit ?? run.Plan.Binding.Commit)
        {
            Path = document.Path,
            PullRequest = verdict?.PullRequest ?? before?.PullRequest,
            Approvers = verdict?.Approvers ?? before?.Approvers ?? [],
            ConfluencePage = document.Confluence?.Page,
            ConfluenceVersion = document.Confluence?.Version,
        };
    }

    public static Receipt Receipt(Change change, GridSource source, GridDocument live) => new()
    {
        Community = change.Community,
        ExternalId = change.ExternalId,
        Document = change.Desired!.Document.Id.Value,
        Kind = change.Desired.Draft.Kind,
        Title = change.Title,
        Path = change.Desired.Document.Path,
        State = ReceiptState.Published,
        Revision = live.PublishedRevision ?? live.LatestRevision,
        Groups = change.Desired.Draft.Audience.Groups,
        Partners = change.Desired.Draft.Audience.Partners,
        Protection = change.Desired.Document.Classification,
        ContentSha256 = change.Desired.Draft.Content.ContentSha256,
        Fingerprint = change.Desired.Fingerprint,
        Commit = source.Commit,
        PullRequest = source.PullRequest,
        Approvers = source.Approvers,
        ConfluencePage = source.ConfluencePage,
        ConfluenceVersion = source.ConfluenceVersion,
        Url = live.Url.AbsoluteUri,
    };
}
