using DocsPipeline.Documents;
using DocsPipeline.Flows.Publish.Approval;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Publish.Applying;

/// <summary>Where a publication comes from: derived from git, the pull request and the ledger, never typed by a person.</summary>
/// <param name="repository"><c>owner/name</c> of the documents' repository.</param>
/// <param name="commit">The commit that is published.</param>
/// <param name="history">The verdicts on what led to it.</param>
/// <param name="ledger">What was published before.</param>
internal sealed class Provenance(string repository, string commit, ApprovedHistory history, LedgerState ledger)
{
    public GridSource SourceOf(Document document)
    {
        var verdict = history.Of([document.Path]);
        var before = ledger.Receipts.Values.FirstOrDefault(receipt => receipt.Document == document.Id.Value);
        return new GridSource(repository, verdict?.Commit ?? before?.Commit ?? commit)
        {
            Path = document.Path,
            PullRequest = verdict?.PullRequest ?? before?.PullRequest,
            Approvers = verdict?.Approvers ?? before?.Approvers ?? [],
            ConfluencePage = document.Confluence?.Page,
            ConfluenceVersion = document.Confluence?.Version,
        };
    }

    public static Receipt ReceiptOf(Change change, GridSource source, GridDocument live) => new()
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
        HtmlHash = change.Desired.Draft.Content.ContentSha256,
        ContentHash = change.Desired.ContentHash,
        Commit = source.Commit,
        PullRequest = source.PullRequest,
        Approvers = source.Approvers,
        ConfluencePage = source.ConfluencePage,
        ConfluenceVersion = source.ConfluenceVersion,
        Url = live.Url.AbsoluteUri,
    };
}
