namespace DocsPipeline.Tests.Sandbox.GitHub;

public sealed class IssueTests(RunningGitHub github) : IClassFixture<RunningGitHub>
{
    [Fact]
    public async Task An_issue_keeps_its_labels_assignees_and_reason()
    {
        var issue = await github.ExpectAsync(
            201, "POST", "issues",
            new { title = "A case", body = "It fails.", labels = new[] { "case", "partner:acme" }, assignees = new[] { "mara-lind" } });
        var number = issue["number"]!.GetValue<int>();
        issue["labels"]!.AsArray().Select(label => label!["name"]!.GetValue<string>()).ShouldBe(["case", "partner:acme"]);

        var closed = await github.ExpectAsync(200, "PATCH", $"issues/{number}", new { state = "closed", state_reason = "not_planned" });
        closed["state_reason"]!.GetValue<string>().ShouldBe("not_planned");
        closed["closed_by"]!["login"]!.GetValue<string>().ShouldBe("docs-bot");
        closed["assignee"]!["login"]!.GetValue<string>().ShouldBe("mara-lind");
    }

    [Fact]
    public async Task The_list_is_narrowed_by_all_labels_by_creator_and_by_time()
    {
        await github.ExpectAsync(201, "POST", "issues", new { title = "both", labels = new[] { "x1", "x2" } });
        await github.ExpectAsync(201, "POST", "issues", new { title = "one", labels = new[] { "x1" } });
        (await TitlesAsync("issues?labels=x1,x2")).ShouldBe(["both"]);
        (await TitlesAsync("issues?labels=x1&creator=docs-bot&direction=asc")).ShouldBe(["both", "one"]);
        (await TitlesAsync("issues?labels=x1&creator=mara-lind")).ShouldBeEmpty();
        (await TitlesAsync("issues?labels=x1&since=2999-01-01T00:00:00Z")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_follow_their_links_to_the_end()
    {
        for (var index = 0; index < 5; index++)
        {
            await github.ExpectAsync(201, "POST", "issues", new { title = $"page {index}", labels = new[] { "paged" } });
        }

        var numbers = new List<int>();
        var next = $"{RunningGitHub.Repo}/issues?labels=paged&per_page=2";
        while (next is not null)
        {
            var answer = await github.CallAsync("GET", next);
            numbers.AddRange(answer.Items.Select(issue => issue["number"]!.GetValue<int>()));
            var link = answer.Headers.GetValueOrDefault("Link")?.Split(", ")
                .FirstOrDefault(one => one.EndsWith("rel=\"next\"", StringComparison.Ordinal));
            next = link is null ? null : new Uri(link[1..link.IndexOf('>')]).PathAndQuery;
        }

        numbers.Count.ShouldBe(5);
        numbers.ShouldBeUnique();
    }

    [Theory]
    [InlineData("{}", "Invalid request.\n\n\"title\" wasn't supplied.")]
    [InlineData("""{"title":7}""", "Invalid request.\n\nFor 'properties/title', 7 is not a string.")]
    [InlineData("""{"title":"t","labels":"case"}""", "Invalid request.\n\nFor 'properties/labels', \"case\" is not an array.")]
    [InlineData("""{"title":"t","assignees":["nobody-here"]}""", "Validation Failed")]
    [InlineData("""{"title":""}""", "Validation Failed")]
    public async Task Wrong_input_is_refused_in_githubs_words(string body, string message)
    {
        var answer = await github.CallAsync("POST", "issues", body);
        (answer.Status, answer.Message).ShouldBe((422, message));
    }

    [Theory]
    [InlineData("{", "Problems parsing JSON")]
    [InlineData("[]", "Body should be a JSON object")]
    public async Task What_is_no_json_object_is_a_bad_request(string body, string message)
    {
        var answer = await github.CallAsync("POST", "issues", body);
        (answer.Status, answer.Message).ShouldBe((400, message));
    }

    [Fact]
    public async Task Unknown_fields_are_ignored() =>
        await github.ExpectAsync(201, "POST", "issues", """{"title":"t","colour":"green"}""");

    [Fact]
    public async Task A_body_that_is_too_long_is_refused() =>
        await github.ExpectAsync(422, "POST", "issues", new { title = "t", body = new string('a', 65_537) });

    [Fact]
    public async Task Comments_are_written_changed_and_removed()
    {
        var number = (await github.ExpectAsync(201, "POST", "issues", new { title = "commented" }))["number"]!.GetValue<int>();
        var id = (await github.ExpectAsync(201, "POST", $"issues/{number}/comments", new { body = "one" }))["id"]!.GetValue<long>();
        (await github.ExpectAsync(200, "PATCH", $"issues/comments/{id}", new { body = "two" }))["body"]!.GetValue<string>().ShouldBe("two");
        (await github.ExpectAsync(200, "GET", $"issues/{number}"))["comments"]!.GetValue<int>().ShouldBe(1);
        await github.ExpectAsync(204, "DELETE", $"issues/comments/{id}");
        (await github.CallAsync("GET", $"issues/{number}/comments")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_locked_issue_takes_comments_of_writers_only()
    {
        var number = (await github.ExpectAsync(201, "POST", "issues", new { title = "locked" }))["number"]!.GetValue<int>();
        await github.ExpectAsync(204, "PUT", $"issues/{number}/lock", new { lock_reason = "resolved" });
        await github.ExpectAsync(403, "POST", $"issues/{number}/comments", new { body = "but" }, "rita");
        await github.ExpectAsync(201, "POST", $"issues/{number}/comments", new { body = "well" }, "mara");
    }

    [Fact]
    public async Task A_readers_issue_comes_without_its_labels()
    {
        var issue = await github.ExpectAsync(201, "POST", "issues", new { title = "mine", labels = new[] { "bug" } }, "rita");
        issue["labels"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Lists_lag_behind_when_the_control_interface_says_so()
    {
        await github.CallAsync("POST", "/_sandbox/github", new { listLagSeconds = 60 });
        try
        {
            var number = (await github.ExpectAsync(201, "POST", "issues",
                new { title = "late", labels = new[] { "late" } }))["number"]!.GetValue<int>();
            (await TitlesAsync("issues?labels=late")).ShouldBeEmpty();
            await github.ExpectAsync(200, "GET", $"issues/{number}");
            await github.CallAsync("POST", "/_sandbox/clock", new { advanceSeconds = 120 });
            (await TitlesAsync("issues?labels=late")).ShouldBe(["late"]);
        }
        finally
        {
            await github.CallAsync("POST", "/_sandbox/clock", new { reset = true });
            await github.CallAsync("POST", "/_sandbox/github", new { });
        }
    }

    private async Task<IEnumerable<string>> TitlesAsync(string path) =>
        (await github.CallAsync("GET", path)).Items.Select(issue => issue["title"]!.GetValue<string>());
}
