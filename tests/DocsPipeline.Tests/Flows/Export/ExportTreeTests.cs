using DocsPipeline.Flows.Export.Reporting;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Tests.Flows.Export;

/// <summary>Pages that move, go and come back: changes in one pull request, and never another path or id.</summary>
public sealed class ExportTreeTests : ExportStory
{
    [Fact]
    public async Task A_move_changes_the_parent_and_nothing_else()
    {
        var (section, page) = (await Create("Section", "section", "<p>S.</p>"), await Create("Wanderer", "wanderer", "<p>W.</p>"));
        var first = await Export();
        var before = await Text("confluence-export", "content/faq/wanderer.md");
        await Move(page, "append", section.Id);

        var report = await Export();

        report.PullRequest.ShouldBe(first.PullRequest);
        Exported(report).ShouldBe([("content/faq/wanderer.md", "moved in the page tree")]);
        var after = await Text("confluence-export", "content/faq/wanderer.md");
        after.ShouldContain($"\n  parent: \"{section.Id}\"\n");
        Without(after, "  parent:", "  position:").ShouldBe(Without(before, "  parent:", "  position:"));
        (await Export()).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task Another_order_of_siblings_is_written_down_once_and_only_where_it_changed()
    {
        var section = await Create("Section", "section", "<p>S.</p>");
        var (a, b, c) =
            (
                await Below(section, "First page", "page-a"),
                await Below(section, "Second page", "page-b"),
                await Below(section, "Third page", "page-c"));
        await Export();
        await Move(c, "before", a.Id);

        var report = await Export();

        Exported(report).ShouldAllBe(page => page.Reason == "order among its siblings");
        var order = new List<(int Position, string Name)>();
        foreach (var name in new[] { "first", "second", "third" })
        {
            order.Add((int.Parse(Line(await FrontMatter($"content/faq/{name}-page.md"), "  position: "), null), name));
        }

        order.Order().Select(place => place.Name).ShouldBe(["third", "first", "second"]);
        (await Export()).Commit.ShouldBeNull();
        b.Id.ShouldNotBeNull();
    }

    [Fact]
    public async Task Numbers_that_Confluence_counts_anew_change_nothing_as_long_as_the_order_is_the_same()
    {
        var section = await Create("Section", "section", "<p>S.</p>");
        var (a, b) = (await Below(section, "A", "page-a"), await Below(section, "B", "page-b"));
        await Export();
        await Move(a, "after", b.Id);
        await Move(a, "before", b.Id);

        (await Export()).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task A_rename_with_a_move_and_an_edit_is_one_change_at_the_same_path()
    {
        var section = await Create("Section", "section", "<p>S.</p>");
        var page = await Create("Old title", "stable-id", "<p>Text.</p>");
        await Create("Reader", "reader", "<p><ac:link><ri:page ri:content-title=\"Old title\" /></ac:link></p>");
        await Export();
        await Move(page, "append", section.Id);
        await writer.UpdatePageAsync(
            new PageChange(
                (await writer.FindPageAsync(page.Id, default))!,
                "New title",
                Properties("stable-id", "faq-article") + "<p>New text.</p>",
                ""),
            default);

        var report = await Export();

        Exported(report).ShouldBe([("content/faq/old-title.md", "text and title; moved in the page tree")]);
        (await Text("confluence-export", "content/faq/old-title.md")).ShouldSatisfyAllConditions(
            text =>
                text.ShouldContain("\nid: stable-id\n"), text =>
                    text.ShouldContain("\ntitle: New title\n"), text => text.ShouldEndWith("\nNew text.\n"));
        (await Text("confluence-export", "content/faq/reader.md")).ShouldContain("(old-title.md)");
    }

    [Fact]
    public async Task A_deleted_page_is_proposed_to_expire_and_a_restored_one_comes_back_in_the_same_pull_request()
    {
        var page = await Create("Short-lived", "short-lived", "<p>One.</p>");
        var first = await Export();
        var before = await Text("confluence-export", "content/faq/short-lived.md");
        await Delete(page);
        var second = await Export();
        (await FrontMatter("content/faq/short-lived.md")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("\nexpires: 20"), text => text.ShouldContain("\n  gone: 20"));
        second.Diagnostics.ShouldContain(diagnostic => diagnostic.Code.Id == "DOC0556" && diagnostic.Help != null);
        (await Export()).Commit.ShouldBeNull();
        (await Requests()).ShouldNotContain(
            request => request.Contains(page.Id, StringComparison.Ordinal), "one look at a page that is gone is enough");

        await Call(
            HttpMethod.Put,
            $"/wiki/api/v2/pages/{page.Id}",
            new
            {
                id = page.Id, status = "current", title = page.Title, body = new { representation = "storage", value = "<p />" },
                version = new { number = 2 }
            });
        var third = await Export();

        new[] { second.PullRequest, third.PullRequest }.ShouldAllBe(number => number == first.PullRequest);
        third.Pages.Single(exported => exported.Id == "short-lived").Reason.ShouldContain("the page is back");
        (await Text("confluence-export", "content/faq/short-lived.md")).ShouldBe(
            before.Replace("version: 1", "version: 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_end_that_a_person_chose_stays_when_the_page_comes_back()
    {
        var page = await Create("Short-lived", "short-lived", "<p>One.</p>");
        await Export();
        await Delete(page);
        await Export();
        await Review("content/faq/short-lived.md", $"\nexpires: {DateTime.UtcNow:yyyy-MM-dd}\n", "\nexpires: 2030-01-31\n");
        await Call(
            HttpMethod.Put,
            $"/wiki/api/v2/pages/{page.Id}",
            new
            {
                id = page.Id, status = "current", title = page.Title, body = new { representation = "storage", value = "<p />" },
                version = new { number = 2 }
            });

        await Export();

        (await FrontMatter("content/faq/short-lived.md")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("\nexpires: 2030-01-31\n"), text => text.ShouldNotContain("gone:"));
    }

    [Fact]
    public async Task An_archived_page_is_proposed_to_expire_and_says_why()
    {
        var page = await Create("Old guide", "old-guide", "<p>One.</p>");
        await Export();
        await Call(HttpMethod.Post, "/wiki/rest/api/content/archive", new { pages = new[] { new { id = page.Id } } });

        Exported(await Export()).ShouldHaveSingleItem().Reason.ShouldStartWith("the page is archived: proposed to expire on ");
    }

    [Fact]
    public async Task A_new_page_with_the_title_of_a_deleted_one_is_another_document()
    {
        var gone = await Create("Guide", "guide", "<p>Old.</p>");
        await Export();
        await Delete(gone);
        var stranger = await Create("Guide", "guide-2", "<p>Somebody else's.</p>");

        var report = await Export();

        (await Text("confluence-export", "content/faq/guide.md")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("\nexpires: "), text => text.ShouldEndWith("\nOld.\n"));
        (await Text("confluence-export", $"content/faq/guide-{stranger.Id}.md")).ShouldEndWith("\nSomebody else's.\n");
        report.Pages.Single(page => page.Page == stranger.Id).Reason.ShouldBe("new");
    }

    [Theory]
    [InlineData("folders")]
    [InlineData("whiteboards")]
    [InlineData("databases")]
    public async Task A_page_below_something_that_is_no_page_becomes_a_document_unless_that_is_restricted(string kind)
    {
        var folder =
            (await Call(HttpMethod.Post, $"/wiki/api/v2/{kind}", new { spaceId = space.Id, title = "Shelf" }))
                .GetProperty("id")
                .GetString()!;
        var inner =
            (await Call(HttpMethod.Post, "/wiki/api/v2/folders", new { spaceId = space.Id, title = "Inner shelf", parentId = folder }))
                .GetProperty("id")
                .GetString()!;
        await writer.CreatePageAsync(
            new NewPage(space, "On the shelf", Properties("on-the-shelf", "faq-article") + "<p>Text.</p>", inner), default);
        await Restrict(folder);
        var restricted = await Export();
        restricted.Diagnostics.ShouldContain(
            diagnostic => diagnostic.Code.Id == "DOC0553" && diagnostic.Message.Contains("On the shelf", StringComparison.Ordinal));
        await Call(HttpMethod.Delete, $"/wiki/rest/api/content/{folder}/restriction");

        await Export();

        (await FrontMatter("content/faq/on-the-shelf.md")).ShouldContain($"\n  parent: \"{inner}\"\n");
    }

    private static IEnumerable<(string Path, string Reason)> Exported(ExportReport report) =>
        report.Pages.Where(page => page.Status == ExportStatus.Exported).Select(page => (page.Path!, page.Reason));

    private static string Without(string text, params string[] starts) =>
        string.Join('\n', text.Split('\n').Where(line => !starts.Any(start => line.StartsWith(start, StringComparison.Ordinal))));

    private static string Line(string text, string start) =>
        text.Split('\n').Single(line => line.StartsWith(start, StringComparison.Ordinal))[start.Length..];

    private async Task<ConfluencePage> Below(ConfluencePage parent, string title, string id) =>
        (await writer.CreatePageAsync(new NewPage(space, title, Properties(id, "faq-article") + "<p>Text.</p>", parent.Id), default))!;

    private async Task Restrict(string id)
    {
        var people =
            new[] { await AccountOf("wera.writer@halden.example", "sandbox-writer-token"),
                await AccountOf("docs-bot@halden.example", "sandbox-confluence-token") };
        await Call(
            HttpMethod.Put,
            $"/wiki/rest/api/content/{id}/restriction",
            new[] { new { operation = "read",
                restrictions = new { user = people.Select(account => new { type = "known", accountId = account }).ToArray() } } });
    }
}
