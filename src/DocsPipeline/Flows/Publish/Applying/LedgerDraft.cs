using System.Text;
using DocsPipeline.Documents;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;

namespace DocsPipeline.Flows.Publish.Applying;

/// <summary>What the ledger will say after a run: its receipts, each chained to the one before it, and the bytes that went out.</summary>
internal sealed class LedgerDraft(LedgerState before)
{
    private readonly Dictionary<(string, string), Receipt> receipts = before.Receipts.ToDictionary();
    private readonly List<ContentFile> publications = [];

    /// <summary>Notes a change that is confirmed; the receipt is null for one that leaves none.</summary>
    public void Add(Change change, Receipt? receipt)
    {
        if (receipt is not null)
        {
            receipts[receipt.Key] = receipt.ChainedTo(before.Receipts.GetValueOrDefault(receipt.Key)?.Hash ?? "");
        }

        if (change is { Action: ChangeAction.Create or ChangeAction.Update or ChangeAction.Record, Desired: { } desired })
        {
            var path = $"{LedgerState.PublicationsFolder}{change.Community}/{change.ExternalId}.html";
            publications.Add(new ContentFile(path, Encoding.UTF8.GetBytes(desired.Draft.Content.Html)));
        }

        foreach (var old in change.Supersedes)
        {
            if (receipts.GetValueOrDefault((change.Community, old)) is { State: ReceiptState.Published } receipted)
            {
                var superseded = receipted with { State = ReceiptState.Superseded, SupersededBy = change.ExternalId };
                receipts[receipted.Key] = superseded.ChainedTo(receipted.Hash);
            }
        }
    }

    /// <summary>
    /// The files to write; none where the ledger says all of it already. A run that was applied only in part has published no commit: the
    /// next one proves approval from the last complete one on.
    /// </summary>
    public IReadOnlyList<ContentFile> Files(string commit, bool isComplete, SyncedPages pages)
    {
        var published = isComplete ? commit : before.PublishedCommit;
        var isSame = publications.Count == 0 && published == before.PublishedCommit && pages.Same(before.Pages)
            && receipts.Values.SequenceEqual(before.Receipts.Values);
        return isSame ? [] : [.. LedgerFiles.Write(published, receipts.Values, pages), .. publications];
    }
}
