using DocsPipeline.Diagnostics;
using DocsPipeline.Systems;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.Http;
using DocsPipeline.Tests.Systems.Http;

namespace DocsPipeline.Tests.Systems.GitHub;

/// <summary>
/// What GitHub refuses, or answers wrongly, comes out as codes of ours: nobody above this folder ever meets an exception of Octokit's.
/// </summary>
public sealed class GitHubRefusalTests : IDisposable
{
    private readonly ScriptedNetwork network = new();
    private readonly RequestLog log = new();
    private readonly GitHubClient github;

    public GitHubRefusalTests()
    {
        var connection = new GitHubConnection(
            new Uri("https://api.github.example"),
            new Uri("https://github.example/o/r.git"),
            "o/r",
            "docs-bot",
            new Secret("s3cret-token"));
        github = new GitHubClient(connection, new Transport { Handler = network, Clock = network.Clock, Log = log });
    }

    public void Dispose()
    {
        github.Dispose();
        network.Dispose();
    }

    [Theory]
    [InlineData(401, "Bad credentials")]
    [InlineData(403, "Resource not accessible by personal access token")]
    [InlineData(404, "Not Found")]
    [InlineData(410, "Issues are disabled for this repo")]
    [InlineData(422, "Validation Failed")]
    [InlineData(451, "Repository access blocked")]
    public async Task A_refusal_keeps_its_status_and_reason(int status, string reason)
    {
        network.Answer(status, $$"""{"message":"{{reason}}","documentation_url":"https://docs.github.com/rest"}""");

        var refusal = await Should.ThrowAsync<RemoteException>(github.ListIssuesAsync(default));

        (refusal.Status, refusal.Reason, refusal.ExitCode).ShouldBe((status, reason, ExitCode.Errors));
        refusal.Diagnostics[0].Code.Id.ShouldBe("DOC0904");
        network.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_names_the_field_and_hides_the_token()
    {
        network.Answer(422, """
            {"message":"Validation Failed",
            "errors":[{"resource":"Issue","field":"title","code":"invalid","message":"s3cret-token is no title"}]}
            """);

        var refusal = await Should.ThrowAsync<RemoteException>(github.CreateIssueAsync(new NewIssue("t", "b", []), default));

        refusal.Code.ShouldBe("invalid");
        refusal.Reason.ShouldStartWith("Validation Failed; title: ");
        refusal.Reason.ShouldNotContain("s3cret-token");
    }

    [Theory]
    [InlineData(429, "API rate limit exceeded")]
    [InlineData(403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.")]
    public async Task Waits_out_a_rate_limit_that_says_how_long(int status, string reason)
    {
        network.Answer(status, $$"""{"message":"{{reason}}"}""", headers: ("Retry-After", "17")).Answer(201, AnIssue);

        (await github.CreateIssueAsync(new NewIssue("t", "b", []), default)).Number.ShouldBe(7);

        network.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(17)]);
        log.Counts["GitHub"].ShouldBe(new RequestCount(2, 2));
    }

    [Fact]
    public async Task A_spent_limit_that_comes_back_in_an_hour_is_a_refusal_at_once()
    {
        network.Answer(
            403,
            """{"message":"API rate limit exceeded for user ID 1."}""",
            headers: [("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1803891600")]);

        (await Should.ThrowAsync<RemoteException>(github.ListIssuesAsync(default))).Reason.ShouldStartWith("API rate limit exceeded");

        network.Clock.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Server_errors_are_repeated_for_reads_and_unknown_for_writes()
    {
        network.Answer(502).Answer(500).Answer(200, "[]").Answer(502);

        (await github.ListIssuesAsync(default)).ShouldBeEmpty();
        var unknown = await Should.ThrowAsync<UnknownOutcomeException>(github.CreatePullAsync("t", "b", "topic", "main", default));

        unknown.ExitCode.ShouldBe(ExitCode.PartlyApplied);
        network.Asked.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_system_that_stays_down_is_unreachable()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            network.Answer(503);
        }

        (await Should.ThrowAsync<UnreachableException>(github.ListIssuesAsync(default))).ExitCode.ShouldBe(ExitCode.Unreachable);
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("{}", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("[{\"number\":7,\"title\":\"cut o", "application/json")]
    [InlineData("[{\"number\":7}]", "application/json")]
    [InlineData("[null]", "application/json")]
    [InlineData("{\"message\":\"fine\"}", "application/json")]
    [InlineData("<html>Log in</html>", "text/html")]
    [InlineData("<html>Log in</html>", "application/json")]
    public async Task A_body_that_is_no_listing_is_a_refusal_and_never_an_empty_listing(string body, string mediaType)
    {
        network.Answer(200, body, mediaType);

        (await Should.ThrowAsync<RemoteException>(github.ListIssuesAsync(default))).Code.ShouldBeOneOf("unreadable", "web_page");
    }

    [Fact]
    public async Task A_body_deeper_than_64_levels_is_not_read()
    {
        network.Answer(200, string.Concat(Enumerable.Repeat("[", 100_000)) + string.Concat(Enumerable.Repeat("]", 100_000)));

        (await Should.ThrowAsync<RemoteException>(github.ListIssuesAsync(default))).Code.ShouldBe("unreadable");
    }

    [Fact]
    public async Task A_value_of_another_type_is_a_refusal()
    {
        network.Answer(200, AnIssue.Replace("\"2026-01-05T09:00:00Z\"", "\"yesterday\"", StringComparison.Ordinal));

        (await Should.ThrowAsync<RemoteException>(github.GetIssueAsync(7, default))).Code.ShouldBe("unreadable");
    }

    [Fact]
    public async Task A_renamed_repository_is_followed_at_home_with_the_token()
    {
        network.Answer(301, headers: ("Location", "https://api.github.example/repositories/7/issues/7")).Answer(200, AnIssue);

        (await github.GetIssueAsync(7, default)).Number.ShouldBe(7);

        network.Asked[1].ShouldSatisfyAllConditions(
            asked => asked.Uri.ShouldBe(new Uri("https://api.github.example/repositories/7/issues/7")),
            asked => asked.Authorization.ShouldBe("Bearer s3cret-token"));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_redirect_to_another_host_takes_no_token_there(int status)
    {
        network.Answer(status, headers: ("Location", "https://elsewhere.example/repos/o/r/issues/7"));

        (await Should.ThrowAsync<RemoteException>(github.GetIssueAsync(7, default))).Code.ShouldBe("redirect");

        network.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_write_follows_no_redirect()
    {
        network.Answer(307, """{"message":"Moved"}""", headers: ("Location", "https://api.github.example/repositories/7/issues"));

        (await Should.ThrowAsync<RemoteException>(github.CreateIssueAsync(new NewIssue("t", "b", []), default))).Status.ShouldBe(307);

        network.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_team_that_cannot_be_seen_has_no_members()
    {
        network
            .Answer(404, """{"message":"Not Found"}""")
            .Answer(200, """{"state":"pending","role":"member"}""")
            .Answer(200, """{"state":"active","role":"member"}""");

        (await github.IsTeamMemberAsync("halden/b2b", "mara-lind", default)).ShouldBeFalse();
        (await github.IsTeamMemberAsync("halden/b2b", "mara-lind", default)).ShouldBeFalse();
        (await github.IsTeamMemberAsync("halden/b2b", "mara-lind", default)).ShouldBeTrue();

        network.Asked[2].Uri.AbsolutePath.ShouldBe("/orgs/halden/teams/b2b/memberships/mara-lind");
    }

    [Fact]
    public async Task A_label_that_somebody_made_meanwhile_is_there()
    {
        network.Answer(200, "[]").Answer(422, """{"message":"Validation Failed","errors":[{"code":"already_exists","field":"name"}]}""");

        await github.EnsureLabelsAsync([new Label("case", "5319e7", "")], default);

        network.Answer(200, "[]").Answer(422, """{"message":"Validation Failed","errors":[{"code":"invalid","field":"name"}]}""");
        await Should.ThrowAsync<RemoteException>(github.EnsureLabelsAsync([new Label("case", "5319e7", "")], default));
    }

    [Fact]
    public async Task Giving_up_is_no_fault_of_githubs()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(github.ListIssuesAsync(stop.Token));

        network.Asked.ShouldBeEmpty();
    }

    private const string AnIssue = """
        {"number":7,"title":"t","state":"open","html_url":"https://github.example/o/r/issues/7","user":null,"labels":[],
        "created_at":"2026-01-05T09:00:00Z","updated_at":"2026-01-05T09:00:00Z"}
        """;
}
