namespace DocsPipeline.Tests.Sandbox.GitHub;

public sealed class ProtocolTests(RunningGitHub github) : IClassFixture<RunningGitHub>
{
    [Fact]
    public async Task A_wrong_token_is_401_and_a_missing_one_hides_the_private_repository()
    {
        var wrong = await github.CallAsync("GET", "", who: "wrong");
        (wrong.Status, wrong.Message).ShouldBe((401, "Bad credentials"));
        (await github.CallAsync("GET", "", who: "")).Status.ShouldBe(404);
        (await github.CallAsync("GET", "", who: "otto")).Status.ShouldBe(404);
        (await github.CallAsync("GET", "/api/v3/user", who: "")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Who_may_only_read_may_not_write()
    {
        (await github.CallAsync("GET", "", who: "rita")).Status.ShouldBe(200);
        (await github.CallAsync("POST", "labels", new { name = "mine" }, "rita")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task An_unknown_route_is_not_found_in_json()
    {
        var answer = await github.CallAsync("GET", "no/such/thing");
        (answer.Status, answer.Message).ShouldBe((404, "Not Found"));
        answer.Json!["status"]!.GetValue<string>().ShouldBe("404");
    }

    [Fact]
    public async Task An_etag_saves_the_body_and_the_rate()
    {
        var first = await github.CallAsync("GET", "labels");
        var used = int.Parse((await github.CallAsync("GET", "/api/v3/rate_limit")).Headers["x-ratelimit-used"]);
        var second = await github.CallAsync("GET", "labels", null, "bot", ("If-None-Match", first.Headers["ETag"]));
        second.Status.ShouldBe(304);
        second.Text.ShouldBeEmpty();
        (await github.CallAsync("GET", "/api/v3/rate_limit")).Headers["x-ratelimit-used"].ShouldBe($"{used}");

        await github.ExpectAsync(201, "POST", "labels", new { name = "etag" });
        (await github.CallAsync("GET", "labels", null, "bot", ("If-None-Match", first.Headers["ETag"]))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Every_answer_tells_how_much_is_left()
    {
        var answer = await github.CallAsync("GET", "", who: "wera");
        answer.Headers["x-ratelimit-limit"].ShouldBe("5000");
        answer.Headers["x-ratelimit-resource"].ShouldBe("core");
        answer.Headers["X-GitHub-Request-Id"].ShouldNotBeEmpty();
        int.Parse(answer.Headers["x-ratelimit-remaining"]).ShouldBe(5000 - int.Parse(answer.Headers["x-ratelimit-used"]));
    }

    [Fact]
    public async Task The_hourly_limit_ends_in_403_and_recovers_with_the_hour()
    {
        await github.CallAsync("POST", "/_sandbox/github", new { hourlyLimit = 2 });
        try
        {
            await github.CallAsync("GET", "", who: "jonas");
            await github.CallAsync("GET", "", who: "jonas");
            var answer = await github.CallAsync("GET", "", who: "jonas");
            (answer.Status, answer.Headers["x-ratelimit-remaining"]).ShouldBe((403, "0"));

            await github.CallAsync("POST", "/_sandbox/clock", new { advanceSeconds = 3700 });
            (await github.CallAsync("GET", "", who: "jonas")).Status.ShouldBe(200);
        }
        finally
        {
            await github.CallAsync("POST", "/_sandbox/clock", new { reset = true });
            await github.CallAsync("POST", "/_sandbox/github", new { });
        }
    }

    [Fact]
    public async Task The_secondary_limit_asks_to_wait()
    {
        await github.CallAsync("POST", "/_sandbox/github", new { secondaryLimit = 1 });
        try
        {
            await github.CallAsync("POST", "issues", new { title = "one" }, "wera");
            var answer = await github.CallAsync("POST", "issues", new { title = "two" }, "wera");
            answer.Status.ShouldBe(403);
            answer.Message.ShouldStartWith("You have exceeded a secondary rate limit");
            int.Parse(answer.Headers["Retry-After"]).ShouldBeInRange(1, 60);
        }
        finally
        {
            await github.CallAsync("POST", "/_sandbox/github", new { });
        }
    }

    [Fact]
    public async Task An_api_version_that_does_not_exist_is_a_bad_request() =>
        (await github.CallAsync("GET", "", null, "bot", ("X-GitHub-Api-Version", "1999-01-01"))).Status.ShouldBe(400);

    [Fact]
    public async Task A_ref_that_moved_behind_the_databases_back_is_noticed_at_the_next_start()
    {
        var pull = await github.PullAsync("behind-its-back");
        var sha = await github.CommitAsync("source", "bot", ("content/faq/one.md", "# One\n\nsmuggled\n"));
        await GitProgram.DemandAsync(github.GitDirectory, "update-ref", "refs/heads/behind-its-back", sha);

        await github.RestartAsync();

        (await github.ExpectAsync(200, "GET", $"pulls/{pull}"))["head"]!["sha"]!.GetValue<string>().ShouldBe(sha);
    }

    [Fact]
    public async Task A_restart_finds_everything_again()
    {
        var pull = await github.PullAsync("kept");
        await github.ApproveAsync(pull);
        var issue = (await github.ExpectAsync(201, "POST", "issues",
            new { title = "kept", labels = new[] { "kept" } }))["number"]!.GetValue<int>();

        await github.RestartAsync();

        (await github.ExpectAsync(200, "GET", $"issues/{issue}"))["labels"]![0]!["name"]!.GetValue<string>().ShouldBe("kept");
        await github.ExpectAsync(200, "PUT", $"pulls/{pull}/merge");
        (await github.ExpectAsync(201, "POST", "issues", new { title = "next" }))["number"]!.GetValue<int>().ShouldBe(issue + 1);
    }
}
