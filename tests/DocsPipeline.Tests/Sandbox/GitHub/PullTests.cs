using System.Text.Json.Nodes;

namespace DocsPipeline.Tests.Sandbox.GitHub;

public sealed class PullTests(RunningGitHub github) : IClassFixture<RunningGitHub>
{
    [Fact]
    public async Task A_second_pull_request_of_the_same_branches_is_refused()
    {
        await github.PullAsync("twice");
        var answer = await github.CallAsync("POST", "pulls", new { title = "t", head = "halden:twice", @base = "main" });
        answer.Status.ShouldBe(422);
        answer.Json!["errors"]![0]!["message"]!.GetValue<string>().ShouldBe("A pull request already exists for halden:twice.");
    }

    [Fact]
    public async Task A_branch_that_brings_nothing_makes_no_pull_request()
    {
        await github.ExpectAsync(201, "POST", "git/refs", new { @ref = "refs/heads/empty", sha = await github.TipAsync("main") });
        var answer = await github.CallAsync("POST", "pulls", new { title = "t", head = "empty", @base = "main" });
        answer.Json!["errors"]![0]!["message"]!.GetValue<string>().ShouldBe("No commits between main and empty");
    }

    [Fact]
    public async Task A_push_moves_the_head_and_deleting_the_branch_closes()
    {
        var pull = await github.PullAsync("moves");
        var sha = await github.CommitAsync("moves", "wera", ("content/faq/one.md", "# One\n\nagain\n"));
        (await github.ExpectAsync(200, "GET", $"pulls/{pull}"))["head"]!["sha"]!.GetValue<string>().ShouldBe(sha);

        await github.ExpectAsync(204, "DELETE", "git/refs/heads/moves");
        (await github.ExpectAsync(200, "GET", $"pulls/{pull}"))["state"]!.GetValue<string>().ShouldBe("closed");
        (await github.CallAsync("PATCH", $"pulls/{pull}", new { state = "open" })).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Code_owners_are_asked_to_review_but_never_the_author()
    {
        await github.CommitAsync("asked", "mara", ("content/faq/one.md", "# One\n\nasked\n"));
        var pull = await github.ExpectAsync(201, "POST", "pulls", new { title = "t", head = "asked", @base = "main" }, "mara");
        pull["requested_reviewers"]!.AsArray().Select(user => user!["login"]!.GetValue<string>()).ShouldBe(["jonas-weber"]);
    }

    [Fact]
    public async Task An_author_can_neither_approve_nor_refuse_the_own_pull_request()
    {
        var pull = await github.PullAsync("own");
        foreach (var word in (string[])["APPROVE", "REQUEST_CHANGES"])
        {
            var answer = await github.CallAsync("POST", $"pulls/{pull}/reviews", new { @event = word, body = "fine" });
            answer.Status.ShouldBe(422);
            answer.Json!["errors"]![0]!.GetValue<string>().ShouldEndWith("your own pull request");
        }
    }

    [Fact]
    public async Task The_list_filters_by_head_and_state_and_shares_its_numbers_with_issues()
    {
        var pull = await github.PullAsync("listed");
        var issue = (await github.ExpectAsync(201, "POST", "issues", new { title = "after" }))["number"]!.GetValue<int>();
        issue.ShouldBe(pull + 1);
        (await github.CallAsync("GET", "pulls?head=halden:listed")).Items.Select(Number).ShouldBe([pull]);
        (await github.CallAsync("GET", "pulls?head=halden:nothing")).Items.ShouldBeEmpty();

        await github.ExpectAsync(200, "PATCH", $"pulls/{pull}", new { state = "closed" });
        (await github.CallAsync("GET", "pulls?head=halden:listed")).Items.ShouldBeEmpty();
        (await github.CallAsync("GET", "pulls?head=halden:listed&state=all")).Items.Select(Number).ShouldBe([pull]);
    }

    [Fact]
    public async Task Files_tell_what_happened_to_them()
    {
        var pull = await github.PullAsync(
            "files", ("content/faq/one.md", "# One\n\nsecond\n"), ("content/faq/ä ö.md", "new\n"), ("content/faq/two.md", null));
        var files = (await github.CallAsync("GET", $"pulls/{pull}/files")).Items.ToDictionary(file => file["filename"]!.GetValue<string>());
        files["content/faq/one.md"]["status"]!.GetValue<string>().ShouldBe("modified");
        files["content/faq/one.md"]["patch"]!.GetValue<string>().ShouldBe("@@ -1,3 +1,3 @@\n # One\n \n-first\n+second");
        files["content/faq/ä ö.md"]["status"]!.GetValue<string>().ShouldBe("added");
        files["content/faq/two.md"]["status"]!.GetValue<string>().ShouldBe("removed");
    }

    [Fact]
    public async Task A_remark_belongs_to_a_line_of_the_diff()
    {
        var pull = await github.PullAsync("remark", ("content/faq/one.md", "# One\n\nsecond\n"));
        var sha = await github.TipAsync("remark");
        var remark = await github.ExpectAsync(
            201, "POST", $"pulls/{pull}/comments",
            new { body = "why?", commit_id = sha, path = "content/faq/one.md", line = 3, side = "RIGHT" }, "jonas");
        remark["position"]!.GetValue<int>().ShouldBe(4);
        var answer = await github.CallAsync(
            "POST", $"pulls/{pull}/comments", new { body = "why?", commit_id = sha, path = "content/faq/one.md", line = 99 }, "jonas");
        answer.Status.ShouldBe(422);
    }

    [Fact]
    public async Task A_pending_review_is_nobodys_business_until_it_is_submitted()
    {
        var pull = await github.PullAsync("pending");
        var review = await github.ExpectAsync(200, "POST", $"pulls/{pull}/reviews", new { body = "draft" }, "mara");
        (await github.CallAsync("GET", $"pulls/{pull}/reviews")).Items.ShouldBeEmpty();

        await github.ExpectAsync(200, "POST", $"pulls/{pull}/reviews/{review["id"]}/events", new { @event = "APPROVE" }, "mara");
        (await github.CallAsync("GET", $"pulls/{pull}/reviews")).Items.Single()["state"]!.GetValue<string>().ShouldBe("APPROVED");
    }

    private static int Number(JsonNode pull) => pull["number"]!.GetValue<int>();
}
