namespace DocsPipeline.Tests.Sandbox.GitHub;

public sealed class MergeTests(RunningGitHub github) : IClassFixture<RunningGitHub>
{
    [Theory]
    [InlineData("merge", 2, "Merge pull request #")]
    [InlineData("squash", 1, "Change content/faq/merge-squash.md (#")]
    [InlineData("rebase", 1, "Change content/faq/merge-rebase.md")]
    public async Task Each_method_brings_the_change_in_its_own_way(string method, int parents, string message)
    {
        var pull = await github.PullAsync($"merge-{method}", ($"content/faq/merge-{method}.md", "text\n"));
        await github.CommitAsync($"aside-{method}", "bot", ("content/faq/aside.md", method));
        var before = await github.TipAsync("main");
        await github.ApproveAsync(pull);

        var merged = await github.ExpectAsync(200, "PUT", $"pulls/{pull}/merge", new { merge_method = method });

        var commit = await github.ExpectAsync(200, "GET", $"git/commits/{merged["sha"]}");
        commit["parents"]!.AsArray().Count.ShouldBe(parents);
        commit["parents"]![0]!["sha"]!.GetValue<string>().ShouldBe(before);
        commit["message"]!.GetValue<string>().ShouldStartWith(message);
        commit["committer"]!["name"]!.GetValue<string>().ShouldBe("GitHub");
        (await github.ExpectAsync(200, "GET", $"contents/content/faq/merge-{method}.md"))["type"]!.GetValue<string>().ShouldBe("file");
        var after = await github.ExpectAsync(200, "GET", $"pulls/{pull}");
        after["merged"]!.GetValue<bool>().ShouldBeTrue();
        after["merge_commit_sha"]!.GetValue<string>().ShouldBe(merged["sha"]!.GetValue<string>());
        after["changed_files"]!.GetValue<int>().ShouldBe(1);
        (await github.CallAsync("GET", $"commits/{merged["sha"]}/pulls")).Items.Select(found => found["number"]!.GetValue<int>())
            .ShouldBe([pull]);
    }

    [Fact]
    public async Task Nothing_is_merged_before_a_reviewer_approved_it()
    {
        var pull = await github.PullAsync("unapproved");
        var answer = await github.CallAsync("PUT", $"pulls/{pull}/merge");
        answer.Status.ShouldBe(405);
        answer.Message.ShouldContain("At least 1 approving review is required by reviewers with write access.");
    }

    [Fact]
    public async Task Every_touched_file_needs_an_approval_of_one_of_its_owners()
    {
        var pull = await github.PullAsync("owners", ("content/faq/one.md", "changed\n"), ("policy.txt", "changed\n"));
        await github.ApproveAsync(pull, "jonas");
        (await github.CallAsync("PUT", $"pulls/{pull}/merge")).Message.ShouldBe("Waiting on code owner review from mara-lind.");

        await github.ApproveAsync(pull, "mara");
        await github.ExpectAsync(200, "PUT", $"pulls/{pull}/merge");
    }

    [Fact]
    public async Task Code_owners_are_those_of_the_base_branch_not_those_the_pull_request_would_like()
    {
        var pull = await github.PullAsync("power", (".github/CODEOWNERS", "* @wera-writer\n"));
        await github.ApproveAsync(pull, "wera");
        (await github.CallAsync("PUT", $"pulls/{pull}/merge")).Message.ShouldBe("Waiting on code owner review from mara-lind.");
    }

    [Fact]
    public async Task Approval_is_enough_for_a_file_without_owners()
    {
        var pull = await github.PullAsync("ownerless", ("content/faq/two.md", "changed\n"));
        await github.ApproveAsync(pull, "wera");
        await github.ExpectAsync(200, "PUT", $"pulls/{pull}/merge");
    }

    [Fact]
    public async Task A_push_takes_the_approval_back_but_leaves_the_review_with_its_commit()
    {
        var pull = await github.PullAsync("stale");
        var approved = await github.TipAsync("stale");
        await github.ApproveAsync(pull);
        await github.CommitAsync("stale", "bot", ("content/faq/one.md", "# One\n\nsmuggled\n"));

        var review = (await github.CallAsync("GET", $"pulls/{pull}/reviews")).Items.Single();
        review["state"]!.GetValue<string>().ShouldBe("DISMISSED");
        review["commit_id"]!.GetValue<string>().ShouldBe(approved);
        (await github.CallAsync("PUT", $"pulls/{pull}/merge")).Status.ShouldBe(405);
    }

    [Fact]
    public async Task The_last_pusher_cannot_be_the_only_approver()
    {
        var pull = await github.PullAsync("pusher");
        await github.CommitAsync("pusher", "mara", ("content/faq/one.md", "# One\n\nby mara\n"));
        await github.ApproveAsync(pull, "mara");
        (await github.CallAsync("PUT", $"pulls/{pull}/merge")).Message.ShouldBe(
            "New changes require approval from someone other than the last pusher.");

        await github.ApproveAsync(pull, "jonas");
        await github.ExpectAsync(200, "PUT", $"pulls/{pull}/merge");
    }

    [Fact]
    public async Task Requested_changes_block_until_they_are_dismissed()
    {
        var pull = await github.PullAsync("blocked");
        var review = await github.ExpectAsync(
            200, "POST", $"pulls/{pull}/reviews", new { @event = "REQUEST_CHANGES", body = "No." }, "jonas");
        await github.ApproveAsync(pull, "mara");
        (await github.CallAsync("PUT", $"pulls/{pull}/merge")).Message.ShouldContain("Changes have been requested");

        await github.ExpectAsync(200, "PUT", $"pulls/{pull}/reviews/{review["id"]}/dismissals", new { message = "Settled." }, "mara");
        await github.ExpectAsync(200, "PUT", $"pulls/{pull}/merge");
    }

    [Fact]
    public async Task A_merge_of_another_head_than_expected_is_refused()
    {
        var pull = await github.PullAsync("expected");
        var seen = await github.TipAsync("expected");
        await github.CommitAsync("expected", "bot", ("content/faq/one.md", "# One\n\nlater\n"));
        await github.ApproveAsync(pull);

        var answer = await github.CallAsync("PUT", $"pulls/{pull}/merge", new { sha = seen });
        (answer.Status, answer.Message).ShouldBe((409, "Head branch was modified. Review and try the merge again."));
    }

    [Fact]
    public async Task A_conflict_cannot_be_merged()
    {
        var first = await github.PullAsync("conflict-1", ("content/faq/conflict.md", "mine\n"));
        var second = await github.PullAsync("conflict-2", ("content/faq/conflict.md", "yours\n"));
        await github.ApproveAsync(first);
        await github.ApproveAsync(second);
        await github.ExpectAsync(200, "PUT", $"pulls/{first}/merge");

        (await github.ExpectAsync(200, "GET", $"pulls/{second}"))["mergeable_state"]!.GetValue<string>().ShouldBe("dirty");
        (await github.CallAsync("PUT", $"pulls/{second}/merge")).Message.ShouldBe("Pull Request is not mergeable");
    }

    [Fact]
    public async Task Bringing_the_base_in_keeps_the_approval_because_the_change_is_the_same()
    {
        var pull = await github.PullAsync("behind", ("content/faq/behind.md", "text\n"));
        var other = await github.PullAsync("ahead", ("content/faq/ahead.md", "text\n"));
        await github.ApproveAsync(other);
        await github.ExpectAsync(200, "PUT", $"pulls/{other}/merge");
        await github.ApproveAsync(pull);

        await github.ExpectAsync(202, "PUT", $"pulls/{pull}/update-branch");

        await github.ExpectAsync(200, "PUT", $"pulls/{pull}/merge");
    }

    [Fact]
    public async Task Only_an_administrator_changes_the_protection()
    {
        var rule = new
        {
            required_status_checks = new { strict = false, contexts = new[] { "validate" } },
            enforce_admins = true,
            required_pull_request_reviews = new { required_approving_review_count = 1, require_code_owner_reviews = true },
            restrictions = (object?)null,
        };
        await github.ExpectAsync(201, "POST", "git/refs", new { @ref = "refs/heads/guarded", sha = await github.TipAsync("main") });
        await github.ExpectAsync(403, "PUT", "branches/guarded/protection", rule, "jonas");
        await github.ExpectAsync(200, "PUT", "branches/guarded/protection", rule, "mara");
        await github.CommitAsync("to-guarded", "bot", ("content/faq/guarded.md", "text\n"));
        var pull = (await github.ExpectAsync(201, "POST", "pulls",
            new { title = "t", head = "to-guarded", @base = "guarded" }))["number"]!.GetValue<int>();
        await github.ApproveAsync(pull);
        (await github.CallAsync("PUT", $"pulls/{pull}/merge")).Message.ShouldBe("Required status check \"validate\" is expected.");

        await github.ExpectAsync(
            201, "POST", "check-runs", new { name = "validate", head_sha = await github.TipAsync("to-guarded"), conclusion = "success" });
        await github.ExpectAsync(200, "PUT", $"pulls/{pull}/merge");
    }
}
