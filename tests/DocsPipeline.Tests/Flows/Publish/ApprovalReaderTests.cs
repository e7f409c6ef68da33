using DocsPipeline.Flows.Publish.Approval;

namespace DocsPipeline.Tests.Flows.Publish;

public sealed class ApprovalReaderTests(ApprovalStory story) : IClassFixture<ApprovalStory>
{
    [Fact]
    public async Task Reads_who_wrote_reviewed_and_owns_what_was_merged()
    {
        var number = await story.MergedAsync(
            "reviewed", "content/faq/reviewed.md", reviews: ["mara COMMENT", "mara APPROVE", "jonas REQUEST_CHANGES"]);

        var facts = await story.FactsAsync();

        facts.Commit.ShouldBe(await story.HeadAsync());
        facts.Paths.ShouldBe(["content/faq/reviewed.md"]);
        facts.ApprovedTree.ShouldBe(facts.Tree);
        var pull = facts.PullRequest.ShouldNotBeNull();
        (pull.Number, pull.Merged, pull.Base, pull.Author).ShouldBe((number, true, "main", "docs-bot"));
        pull.Head.ShouldBe(await story.Repository.ResolveAsync("reviewed", default));
        pull.Contributors.ShouldBe(["docs-bot"]);
        pull.Reviews.ShouldBe(
        [
            new ReviewFacts("mara-lind", ReviewState.Commented, pull.Head),
            new ReviewFacts("mara-lind", ReviewState.Approved, pull.Head),
            new ReviewFacts("jonas-weber", ReviewState.ChangesRequested, pull.Head),
        ]);
        facts.Owners.ShouldNotBeNull().Of("content/faq/reviewed.md").ShouldBe(["mara-lind"]);
        facts.Teams.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dismissed_review_is_read_as_such()
    {
        var number = await story.OpenAsync("dismissed", "content/faq/dismissed.md");
        var review = await story.AskAsync(
            "mara", HttpMethod.Post, $"repos/halden/partner-docs/pulls/{number}/reviews", new { @event = "APPROVE", body = "Good" });
        await story.AskAsync(
            "mara", HttpMethod.Put,
            $"repos/halden/partner-docs/pulls/{number}/reviews/{review.GetProperty("id").GetInt64()}/dismissals", new { message = "No" });
        await story.AskAsync("mara", HttpMethod.Put, $"repos/halden/partner-docs/pulls/{number}/merge", new { merge_method = "merge" });

        (await story.FactsAsync()).PullRequest!.Reviews.ShouldHaveSingleItem().State.ShouldBe(ReviewState.Dismissed);
    }

    [Fact]
    public async Task Of_what_was_squashed_the_approved_head_is_fetched_and_compared()
    {
        await story.MergedAsync("squashed", "content/faq/squashed.md", method: "squash");

        var facts = await story.FactsAsync();

        facts.PullRequest.ShouldNotBeNull();
        facts.ApprovedTree.ShouldBe(facts.Tree);
    }

    [Fact]
    public async Task Reviewers_who_are_in_the_owning_team_are_its_members()
    {
        await story.MergedAsync("team", "content/team/a.md", reviews: ["mara APPROVE", "jonas COMMENT", "jonas APPROVE"]);

        var team = (await story.FactsAsync()).Teams.ShouldHaveSingleItem();

        (team.Key, string.Join(',', team.Value)).ShouldBe(("halden/edi", "jonas-weber"));
    }

    [Fact]
    public async Task Somebody_unknown_among_the_authors_makes_all_of_them_unknown()
    {
        var number = await story.OpenAsync("unknown", "content/faq/unknown.md", author: new("Nobody", "nobody@elsewhere.example"));
        await story.AskAsync("mara", HttpMethod.Put, $"repos/halden/partner-docs/pulls/{number}/merge", new { merge_method = "merge" });

        var facts = await story.FactsAsync();

        facts.PullRequest.ShouldNotBeNull().Contributors.ShouldBeNull();
    }

    [Fact]
    public async Task Everybody_who_wrote_a_part_contributed_and_GitHub_itself_did_not()
    {
        var number = await story.OpenAsync("edited", "content/faq/edited.md");
        var file = await story.AskAsync("jonas", HttpMethod.Get, "repos/halden/partner-docs/contents/content/faq/edited.md?ref=edited");
        await story.AskAsync("jonas", HttpMethod.Put, "repos/halden/partner-docs/contents/content/faq/edited.md", new
        {
            message = "Edit in the browser", branch = "edited", sha = file.GetProperty("sha").GetString(),
            content = System.Convert.ToBase64String("better"u8),
        });
        await story.AskAsync("mara", HttpMethod.Put, $"repos/halden/partner-docs/pulls/{number}/merge", new { merge_method = "merge" });

        (await story.FactsAsync()).PullRequest!.Contributors.ShouldBe(["docs-bot", "jonas-weber"]);
    }

    [Fact]
    public async Task What_was_pushed_came_by_no_pull_request()
    {
        var facts = await story.FactsAsync(await story.PushAsync("content/faq/pushed.md"));

        facts.Paths.ShouldBe(["content/faq/pushed.md"]);
        (facts.PullRequest, facts.ApprovedTree, facts.Owners).ShouldBe((null, null, null));
    }

    [Fact]
    public async Task Commits_without_documents_are_asked_nothing_about()
    {
        await story.MergedAsync("readme", "README.md");

        var facts = await story.FactsAsync();

        facts.Paths.ShouldBe(["README.md"]);
        facts.PullRequest.ShouldBeNull();
    }

    [Fact]
    public async Task The_first_commit_of_all_changed_every_file_and_came_by_no_pull_request()
    {
        var first = await story.HeadAsync();
        while ((await story.Repository.ShowAsync(first, default)).Parents is [var parent, ..])
        {
            first = parent;
        }

        var facts = await story.FactsAsync(first);

        facts.Paths.ShouldContain("content/pipeline.yml");
        facts.PullRequest.ShouldBeNull();
    }
}
