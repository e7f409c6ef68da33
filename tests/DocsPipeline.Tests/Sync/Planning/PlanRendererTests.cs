using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Tests.Sync.Planning;

/// <summary>A plan with one effect of each kind, as people read it and as it is saved.</summary>
public sealed class PlanRendererTests
{
    private const string Community = "halden-suppliers";

    private static readonly Plan Everything = new(
        new PlanBinding("0123456789abcdef0123456789abcdef01234567", "fedcba98", "inventory", "rules"),
        [
            Wanted(ChangeAction.Create, "as2-setup-guide", ChangeReason.New, "acme", "borealis"),
            Wanted(ChangeAction.Create, "x12-856-ship-notice", ChangeReason.New, "acme") with
            {
                Supersedes = ["x12-856-ship-notice-guide-2-4"],
            },
            Wanted(ChangeAction.Update, "support-contacts", ChangeReason.ContentOrReaders, "acme", "borealis", "cobalt"),
            Wanted(ChangeAction.Record, "escalation-procedure", ChangeReason.ReceiptIsMissing),
            Wanted(ChangeAction.Unchanged, "sftp-setup-guide", ChangeReason.LiveAsWanted, "acme"),
            new Change(ChangeAction.Archive, Community, "release-notes-r2026-3", "Release notes", ChangeReason.NoLongerInGit),
            Wanted(ChangeAction.Create, "carrier-onboarding-playbook", ChangeReason.MissingInCommunity, "cobalt") with
            {
                Community = "halden-carriers",
            },
        ],
        [Catalogue.Publish.WindowIsClosed.At("content/pipeline.yml", SourceSpan.Start)])
    {
        Links = [new CaseLink(Community, "case_01", "TG-004498", "as2-setup-guide")],
        Pages = new WriteBackPlan(
            [Edit("support-contacts", "flow.png") with { ChangesText = true, Fields = ["review-by", "title"] }],
            [new SyncedPage("1002", 7, "escalation-procedure", "0123456789abcdef", new string('0', 64))],
            []),
        MovesPublishedCommit = true,
    };

    [Fact]
    public void A_plan_reads_as_it_was_reviewed() => PlanRenderer.Text(Everything).ShouldMatchSnapshot();

    [Fact]
    public void A_saved_plan_holds_what_was_reviewed() => PlanFile.Of(Everything).ShouldMatchSnapshot();

    [Fact]
    public void A_plan_without_an_effect_says_so() =>
        PlanRenderer.Text(new Plan(Everything.Binding, [], [])).ShouldBe("nothing to publish\n");

    private static Change Wanted(ChangeAction action, string id, ChangeReason reason, params string[] readers)
    {
        var audience = new GridAudience(["everyone"], [], []);
        var draft = new GridDraft("faq-article", DesiredPublication.Owner, id, audience, DraftContent.Of("text"));
        return new Change(action, Community, id, $"About {id}", reason)
        {
            Desired = new DesiredPublication(Community, id, Document(id), DesiredPublication.WithContentHash(draft), [], readers),
        };
    }

    private static PageEdit Edit(string id, string file)
    {
        var (day, address) = (DateTimeOffset.UnixEpoch, new Uri("https://wiki.example/1001"));
        var page = new ConfluencePage("1001", "10", id, "current", null, null, null, 7, day, day, null, "<p>1</p>", address);
        return new PageEdit(Document(id), "EDI", page, $"All about {id}", "<p>after</p>")
        {
            Files = [new PageFile(file, new ContentFile(file, default), "image/png")],
        };
    }

    private static Document Document(string id)
    {
        var text = $"---\nid: {id}\nkind: faq-article\nclassification: partner\n---\n";
        return DocumentReader.Read(new ContentFile($"content/faq/{id}.md", Encoding.UTF8.GetBytes(text)), [])!;
    }
}
