using System.Globalization;
using System.Text;

namespace DocsPipeline.Sync.Ledger;

/// <summary>
/// The list that an auditor asks for: which document partners have in which revision, who approved it, and where it came from.
/// </summary>
public static class MasterList
{
    public static string Render(IEnumerable<Receipt> receipts)
    {
        var text = new StringBuilder("# Master list\n\nWritten by Publish. ")
            .Append("The history of this file is the audit trail: `git log -p ledger -- MASTER-LIST.md`.\n");
        foreach (var community in receipts.GroupBy(receipt => receipt.Community))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {community.Key}\n\n");
            text.Append("| Document | Title | Revision | Status | Readers | Approved by | Pull request | Confluence page | Source |\n");
            text.Append("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
            foreach (var receipt in community)
            {
                text.Append("| ").AppendJoin(" | ", Row(receipt).Select(Cell)).Append(" |\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Row(Receipt receipt)
    {
        yield return receipt.ExternalId;
        yield return receipt.Title;
        yield return receipt.Revision.ToString(CultureInfo.InvariantCulture);
        yield return receipt.State switch
        {
            ReceiptState.Superseded => $"superseded by {receipt.SupersededBy}",
            ReceiptState.Archived => "archived",
            _ => "published",
        };
        yield return string.Join(", ", receipt.Groups.Concat(receipt.Partners));
        yield return string.Join(", ", receipt.Approvers);
        yield return receipt.PullRequest is { } number ? $"#{number}" : "";
        yield return receipt.ConfluencePage is { } page ? $"{page}, version {receipt.ConfluenceVersion}" : "";
        yield return $"{receipt.Path} at {receipt.Commit[..8]}";
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
