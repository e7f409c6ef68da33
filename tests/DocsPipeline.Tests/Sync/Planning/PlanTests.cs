using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.TradingGrid;
using static DocsPipeline.Tests.Flows.Publish.PlannerSamples;

namespace DocsPipeline.Tests.Sync.Planning;

public sealed class PlanTests
{
    private static ConfluencePage Page => new(
        "98304", "space", "Title", "current", null, null, null, 4, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, null, "<p>old</p>",
        new Uri("https://wiki.example/"));

    private static ContentFile Picture => new("content/asn-guide/a.png", new byte[] { 1 });

    private static SyncedPage Agreeing => new("98305", 5, "asn", "0123", new string('0', 64));

    [Fact]
    public void One_of_each_is_told_in_the_singular_more_in_the_plural_and_nothing_is_told_as_such()
    {
        var one = Empty with { Links = [Link(1)], Pages = new WriteBackPlan([Edit("asn-guide")], [], []) };

        var two = Empty with { Links = [Link(1), Link(2)], Pages = new WriteBackPlan([Edit("asn-guide"), Edit("as2-setup")], [], []) };

        PlanRenderer.Summary(one).ShouldBe("1 link to make, 1 page to write");
        PlanRenderer.Summary(two).ShouldBe("2 links to make, 2 pages to write");
        PlanRenderer.Summary(Empty).ShouldBe("nothing to publish");
        PlanRenderer.Text(Empty).ShouldBe("nothing to publish\n");
    }

    [Fact]
    public void Is_empty_only_where_nothing_at_all_would_be_written()
    {
        var unchanged = new Change(ChangeAction.Unchanged, Community, "a", "A", ChangeReason.LiveAsWanted);

        (Empty with { Changes = [unchanged] }).IsEmpty.ShouldBeTrue();
        (Empty with { Changes = [unchanged with { Action = ChangeAction.Record }] }).IsEmpty.ShouldBeFalse();
        (Empty with { Links = [Link(1)] }).IsEmpty.ShouldBeFalse();
        (Empty with { Pages = new WriteBackPlan([Edit("asn-guide")], [], []) }).IsEmpty.ShouldBeFalse();
        (Empty with { Pages = new WriteBackPlan([], [Agreeing], []) }).IsEmpty.ShouldBeFalse();
        (Empty with { MovesPublishedCommit = true }).IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public void An_edit_names_the_parts_that_change()
    {
        var file = new PageFile("flow.png", Picture, "image/png");

        Edit("asn-guide").Reason.ShouldBe("");
        (Edit("asn-guide") with { Fields = ["title", "review-by"], Files = [file] }).Reason.ShouldBe("title, review-by, flow.png");
        (Edit("asn-guide") with { ChangesText = true, Fields = ["title"] }).Reason.ShouldBe("text, title");
    }

    [Fact]
    public void An_edit_is_empty_where_the_page_says_it_already()
    {
        var same = Edit("asn-guide") with { Title = "Title", Body = "<p>old</p>" };

        (same.ChangesPage, same.IsEmpty).ShouldBe((false, true));
        (same with { Title = "Other" }).ChangesPage.ShouldBeTrue();
        (same with { Body = "<p>new</p>" }).ChangesPage.ShouldBeTrue();
        (same with { Body = "<p>new</p>" }).IsEmpty.ShouldBeFalse();
        (same with { Files = [new PageFile("a.png", Picture, "image/png")] }).IsEmpty.ShouldBeFalse();
        (same with { Digest = "digest" }).Synced(5, "commit").ShouldBe(new SyncedPage("98304", 5, "asn-guide", "commit", "digest"));
    }

    [Fact]
    public void A_saved_plan_comes_back_and_its_folder_is_made()
    {
        var folder = Directory.CreateTempSubdirectory("docspipeline-plan-").FullName;
        var path = Path.Combine(folder, "deep", "plan.json");

        PlanFile.Write(path, Empty);

        PlanFile.Read(path).ShouldBe(PlanFile.Of(Empty));
        PlanFile.Of(Empty).ShouldEndWith("}\n");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_plan_that_is_not_there_is_a_wrong_command_line()
    {
        var refused = Should.Throw<PipelineException>(() => PlanFile.Read("no/such/plan.json"));

        refused.ExitCode.ShouldBe(ExitCode.WrongCommandLine);
        (refused.Diagnostics[0].Message, refused.Diagnostics[0].Help).ShouldBe(("there is no such plan", "make one: ./build.sh plan"));
    }

    [Fact]
    public void The_content_hash_is_of_what_partners_get_and_not_of_where_it_comes_from()
    {
        var draft = Wanted("asn-guide").Draft;
        var source = new GridSource("halden/partner-docs", "commit");
        var sourced = DesiredPublication.WithContentHash(draft with { Source = source, Fingerprint = "x" });

        sourced.Source.ShouldBeNull();
        sourced.Fingerprint.ShouldBe(draft.Fingerprint);
        DesiredPublication.WithContentHash(draft with { Title = "Other" }).Fingerprint.ShouldNotBe(draft.Fingerprint);
    }

    private static Plan Empty => new(new PlanBinding("0123456789abcdef", null, "inventory", "rules"), [], []);

    private static CaseLink Link(int number) => new("halden-carriers", $"{number}", $"TG-{number}", "asn");

    private static PageEdit Edit(string id) => new(Wanted(id).Document, "EDI", Page, "Title", "<p>new</p>");
}
