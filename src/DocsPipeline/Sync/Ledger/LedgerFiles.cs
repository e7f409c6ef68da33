using System.Text;
using System.Text.Json;
using DocsPipeline.Documents;

namespace DocsPipeline.Sync.Ledger;

/// <summary>The files a run leaves in the ledger; the same receipts give the same bytes.</summary>
public static class LedgerFiles
{
    public static IReadOnlyList<ContentFile> Write(string? publishedCommit, IEnumerable<Receipt> receipts, SyncedPages pages)
    {
        var ordered = receipts.OrderBy(receipt => receipt.Community, StringComparer.Ordinal)
            .ThenBy(receipt => receipt.ExternalId, StringComparer.Ordinal).ToList();
        var run = JsonSerializer.Serialize(new LedgerRun(publishedCommit), LedgerJson.Default.LedgerRun) + "\n";
        var files = new List<ContentFile>
        {
            new(LedgerState.RunPath, Encoding.UTF8.GetBytes(run)),
            new(LedgerState.MasterListPath, Encoding.UTF8.GetBytes(MasterList.Render(ordered))),
        };
        foreach (var community in ordered.GroupBy(receipt => receipt.Community))
        {
            var lines = community.Select(receipt => JsonSerializer.Serialize(receipt, LedgerJson.Default.Receipt) + "\n");
            files.Add(new ContentFile($"{LedgerState.ReceiptsFolder}{community.Key}.ndjson", Encoding.UTF8.GetBytes(string.Concat(lines))));
        }

        return [.. files, pages.ToFile()];
    }
}
