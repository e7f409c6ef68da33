using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Flows.Publish.Comparing;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.TradingGrid;
using Case = DocsPipeline.Systems.TradingGrid.Case;

namespace DocsPipeline.Tests.Flows.Publish;

/// <summary>Documents as git wants them, as the community has them and as the ledger remembers them, to plan with in memory.</summary>
internal static class PlannerSamples
{
    public const string Community = "halden-suppliers";

    public static GuardrailSettings Settings => new(new Share(10), 25, new Share(50));

    public static LedgerState Ledger(params IEnumerable<Receipt> receipts) => LedgerState.Read(
        "head", LedgerFiles.Write("commit", receipts.Select(receipt => receipt.ChainedTo("")), SyncedPages.None));

    public static Plan Compare(
        IReadOnlyList<DesiredPublication> wanted, IReadOnlyList<GridDocument> live, IReadOnlyList<Receipt> receipts,
        params Case[] cases) =>
        ChangePlanner.Compare(
            new PlanBinding("commit", null, "inventory", "rules"), wanted, [new CommunityInventory(Community, live) { Cases = cases }],
            Ledger(receipts), Settings);

    public static Case Open(string number, params string[] documents) => new(
        $"id of {number}", number, "acme", "receipt", 3, "open", "Subject", "Description", "test", null, null, null, [], [], documents,
        null, [], new Uri("https://portal.example/"), DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, 1);

    public static DesiredPublication Wanted(string id, string html = "text", params string[] supersedes)
    {
        var text = $"---\nid: {id}\nkind: faq-article\nclassification: partner\n---\n";
        var file = new ContentFile($"content/faq/{id}.md", Encoding.UTF8.GetBytes(text));
        var everyone = new GridAudience(["everyone"], [], []);
        var draft = new GridDraft("faq-article", DesiredPublication.Owner, id, everyone, DraftContent.Of(html)) { Supersedes = supersedes };
        return new DesiredPublication(
            Community, id, DocumentReader.Read(file, new List<Diagnostic>())!, DesiredPublication.WithContentHash(draft), [], ["acme"]);
    }

    public static GridDocument Live(DesiredPublication wanted) => new(
        $"doc-{wanted.ExternalId}", wanted.ExternalId, DesiredPublication.Owner, wanted.ExternalId, DocumentState.Published, 1,
        new Uri("https://portal.example/"), "\"1\"")
    {
        PublishedRevision = 1,
        Fingerprint = wanted.ContentHash,
    };

    public static Receipt Receipt(DesiredPublication wanted) => new()
    {
        Community = Community,
        ExternalId = wanted.ExternalId,
        Document = wanted.ExternalId,
        Kind = "faq-article",
        Title = wanted.ExternalId,
        Path = wanted.Document.Path,
        State = ReceiptState.Published,
        Revision = 1,
        Groups = ["everyone"],
        Partners = [],
        Protection = "partner",
        HtmlHash = wanted.Draft.Content.ContentSha256,
        ContentHash = wanted.ContentHash,
        Commit = "0123456789abcdef",
        Approvers = ["mara-lind"],
        Url = "https://portal.example/",
    };
}
