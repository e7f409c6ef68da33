using DocsPipeline.Flows.Export.Reporting;

namespace DocsPipeline.Tests.Flows.Export;

/// <summary>The pull request: one, that says all it holds, and that people may turn down.</summary>
public sealed class ExportProposalTests : ExportStory
{
    [Fact]
    public async Task The_description_tells_of_everything_the_pull_request_holds_and_not_only_of_the_last_run()
    {
        var page = await Create("Where to ask", "where-to-ask", "<p>Ask.</p>");
        var first = await Export();
        var count = first.Count(ExportStatus.Exported);
        await Edit(page, "Ask.", "Ask us.");

        await Export();

        var pull = await Seen($"pulls/{first.PullRequest!.Value}");
        pull.GetProperty("title").GetString().ShouldBe($"Export from Confluence: {count} documents");
        var body = pull.GetProperty("body").GetString()!;
        body
            .Split('\n')
            .Single(line => line.EndsWith("| `content/faq/where-to-ask.md` |", StringComparison.Ordinal))
            .ShouldSatisfyAllConditions(
            line => line.ShouldStartWith("| [Where to ask](http"), line => line.ShouldContain(") | new, then text |"));
        body.Split('\n').Count(line => line.Contains("| `content/", StringComparison.Ordinal)).ShouldBe(count);
    }

    [Fact]
    public async Task A_proposal_that_people_closed_is_not_repeated_until_the_page_changes()
    {
        await Merge((await Export()).PullRequest!.Value);
        var (kept, other) = (await Create("Not yet", "not-yet", "<p>One.</p>"), await Create("Other", "other", "<p>Other.</p>"));
        var first = await Export();
        await Close(first.PullRequest!.Value);

        var second = await Export();
        second.Commit.ShouldBeNull();
        second.PullRequest.ShouldBeNull();
        second.Pages
            .Where(page => page.Status == ExportStatus.Declined)
            .Select(page => page.Id)
            .ShouldBe(["not-yet", "other"], ignoreOrder: true);
        second.Pages.First(page => page.Status == ExportStatus.Declined).Reason.ShouldContain($"pull request {first.PullRequest}");
        log.Writes.ShouldBe(0);

        await Edit(other, "Other.", "Better.");
        var third = await Export();
        third.PullRequest.ShouldNotBe(first.PullRequest);
        (await ChangedPaths(third.PullRequest!.Value)).ShouldHaveSingleItem().ShouldBe("content/faq/other.md");
        kept.Id.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_two_closed_proposals_held_stays_declined()
    {
        await Merge((await Export()).PullRequest!.Value);
        await Create("Not yet", "not-yet", "<p>One.</p>");
        await Close((await Export()).PullRequest!.Value);
        await Create("Nor this", "nor-this", "<p>Two.</p>");
        await Close((await Export()).PullRequest!.Value);

        (await Export()).ShouldSatisfyAllConditions(
            report => report.Commit.ShouldBeNull(), report => report.Count(ExportStatus.Declined).ShouldBe(2));
    }

    [Fact]
    public async Task A_closed_proposal_that_is_reopened_goes_on()
    {
        await Merge((await Export()).PullRequest!.Value);
        var page = await Create("After all", "after-all", "<p>One.</p>");
        var number = (await Export()).PullRequest!.Value;
        await Close(number);
        await Export();
        await As("sandbox-mara-token", HttpMethod.Patch, $"pulls/{number}", new { state = "open" });
        await Edit(page, "One.", "Two.");

        (await Export()).PullRequest.ShouldBe(number);

        (await Text("confluence-export", "content/faq/after-all.md")).ShouldEndWith("\nTwo.\n");
    }

    [Fact]
    public async Task A_declined_page_is_no_target_of_links()
    {
        await Merge((await Export()).PullRequest!.Value);
        await Create("Not yet", "not-yet", "<p>One.</p>");
        await Close((await Export()).PullRequest!.Value);
        await Create("Reader", "reader", "<p><ac:link><ri:page ri:content-title=\"Not yet\" /></ac:link></p>");

        await Export();

        (await Text("confluence-export", "content/faq/reader.md")).ShouldNotContain("not-yet.md");
    }

    [Fact]
    public async Task A_move_that_was_taken_back_empties_and_closes_the_pull_request()
    {
        await Merge((await Export()).PullRequest!.Value);
        var (section, page) = (await Create("Section", "section", "<p>S.</p>"), await Create("Wanderer", "wanderer", "<p>W.</p>"));
        await Merge((await Export()).PullRequest!.Value);
        var home = (await writer.FindPageAsync(page.Id, default))!;
        await Move(page, "append", section.Id);
        var moved = await Export();
        await Move(page, "append", home.ParentId!);

        var back = await Export();

        back.PullRequest.ShouldBe(moved.PullRequest);
        (await Seen($"pulls/{moved.PullRequest!.Value}")).ShouldSatisfyAllConditions(
            pull => pull.GetProperty("state").GetString().ShouldBe("closed"),
            pull => pull.GetProperty("body").GetString()!.ShouldContain("nothing is left"));
        (await Export()).ShouldSatisfyAllConditions(
            report => report.Commit.ShouldBeNull(), report => report.Count(ExportStatus.Declined).ShouldBe(0));
    }

    private Task Close(int number) => As("sandbox-mara-token", HttpMethod.Patch, $"pulls/{number}", new { state = "closed" });
}
