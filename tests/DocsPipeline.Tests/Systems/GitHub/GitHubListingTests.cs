using System.Text.Json.Nodes;
using DocsPipeline.Systems;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.Http;
using DocsPipeline.Tests.Systems.Http;

namespace DocsPipeline.Tests.Systems.GitHub;

/// <summary>A listing is complete or it is refused; a fact that decides is there or its answer is refused.</summary>
public sealed class GitHubListingTests : IDisposable
{
    private readonly ScriptedNetwork network = new();
    private readonly GitHubClient github;

    public GitHubListingTests()
    {
        var connection = new GitHubConnection(
            new Uri("https://api.github.example"),
            new Uri("https://github.example/o/r.git"),
            "o/r",
            "docs-bot",
            new Secret("s3cret-token"));
        github = new GitHubClient(connection, new Transport { Handler = network, Clock = network.Clock });
    }

    public void Dispose()
    {
        github.Dispose();
        network.Dispose();
    }

    [Theory]
    [InlineData("https://api.github.example/repos/o/r/pulls/1/reviews?per_page=100&page=2")]
    [InlineData("https://api.github.example/repositories/7/pulls/1/reviews?after=Y3Vyc29y&labels=a,b")]
    [InlineData("/repos/o/r/pulls/1/reviews?page=2")]
    public async Task Reads_on_where_the_next_page_is_said_to_be(string next)
    {
        network
            .Answer(200, Reviews(1, 2), headers: ("Link", $"""<https://api.github.example/x>; rel="alternate", <{next}>; rel="next" """))
            .Answer(200, Reviews(3), headers: ("Link", """<https://api.github.example/x?page=1>; rel="prev" """));

        (await github.ListReviewsAsync(1, default)).Select(review => review.Id).ShouldBe([1, 2, 3]);

        network.Asked[0].Uri.Query.ShouldBe("?per_page=100");
        network.Asked[1].Uri.AbsolutePath.ShouldBe(new Uri(new Uri("https://api.github.example"), next).AbsolutePath);
    }

    [Fact]
    public async Task A_page_that_leads_back_to_an_earlier_one_is_a_refusal()
    {
        network.Answer(200, Reviews(1), headers: Next(2)).Answer(200, Reviews(2), headers: Next(2));

        (await Should.ThrowAsync<RemoteException>(github.ListReviewsAsync(1, default))).Code.ShouldBe("endless_listing");

        network.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_listing_that_never_ends_is_a_refusal()
    {
        for (var page = 2; page < 1_010; page++)
        {
            network.Answer(200, "[]", headers: Next(page));
        }

        (await Should.ThrowAsync<RemoteException>(github.ListReviewsAsync(1, default))).Code.ShouldBe("endless_listing");

        network.Asked.Count.ShouldBe(1_000);
    }

    [Fact]
    public async Task A_listing_that_ends_before_its_last_page_is_a_refusal()
    {
        network
            .Answer(200, Reviews(1), headers: Next(2, last: 3))
            .Answer(200, Reviews(2));

        (await Should.ThrowAsync<RemoteException>(github.ListReviewsAsync(1, default))).Code.ShouldBe("short_listing");
    }

    [Fact]
    public async Task An_entry_on_two_pages_is_a_refusal()
    {
        network.Answer(200, Reviews(1, 2), headers: Next(2)).Answer(200, Reviews(2, 3));

        (await Should.ThrowAsync<RemoteException>(github.ListReviewsAsync(1, default))).Code.ShouldBe("repeated_entry");
    }

    [Theory]
    [InlineData("https://elsewhere.example/repos/o/r/pulls/1/reviews?page=2")]
    [InlineData("http://api.github.example/repos/o/r/pulls/1/reviews?page=2")]
    public async Task A_next_page_on_another_host_sees_no_token(string next)
    {
        network.Answer(200, Reviews(1), headers: ("Link", $"""<{next}>; rel="next" """));

        (await Should.ThrowAsync<RemoteException>(github.ListReviewsAsync(1, default))).Code.ShouldBe("foreign_host");

        network.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_newest_closed_pull_requests_are_one_page()
    {
        network.Answer(200, "[]", headers: Next(2, last: 9));

        (await github.ListNewestClosedPullsAsync("topic", default)).ShouldBeEmpty();

        network.Asked.ShouldHaveSingleItem().Uri.Query.Split('?', '&').ShouldBe(
            ["", "state=closed", "head=o%3Atopic", "sort=created", "direction=desc", "per_page=100"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("number")]
    [InlineData("state")]
    [InlineData("user")]
    [InlineData("user.login")]
    [InlineData("merged_at")]
    [InlineData("merge_commit_sha")]
    [InlineData("head")]
    [InlineData("head.sha")]
    [InlineData("head.repo")]
    [InlineData("base.ref")]
    [InlineData("base.repo")]
    public Task A_pull_request_without_a_fact_that_decides_is_refused(string fact) => RefusesWithout(
        fact,
        """
        {"number":1,"title":"t","state":"closed","html_url":"https://github.example/o/r/pull/1","user":{"login":"docs-bot"},
        "merged_at":"2026-01-05T09:00:00Z","merge_commit_sha":"cc","head":{"ref":"topic","sha":"aa","repo":{"full_name":"o/r"}},
        "base":{"ref":"main","sha":"bb","repo":{"full_name":"o/r"}}}
        """,
        async () => (await github.ListPullsOfCommitAsync("cc", default)).Count);

    [Theory]
    [InlineData("id")]
    [InlineData("state")]
    [InlineData("user")]
    [InlineData("user.login")]
    [InlineData("commit_id")]
    public Task A_review_without_a_fact_that_decides_is_refused(string fact) => RefusesWithout(
        fact,
        """{"id":1,"state":"APPROVED","user":{"login":"mara-lind"},"commit_id":"aa"}""",
        async () => (await github.ListReviewsAsync(1, default)).Count);

    [Theory]
    [InlineData("sha")]
    [InlineData("author")]
    [InlineData("committer")]
    [InlineData("commit.message")]
    public Task A_commit_without_a_fact_that_decides_is_refused(string fact) => RefusesWithout(
        fact,
        """{"sha":"aa","commit":{"message":"m"},"author":{"login":"docs-bot"},"committer":null,"parents":[]}""",
        async () => (await github.ListPullCommitsAsync(1, default)).Count);

    [Fact]
    public async Task What_github_does_not_know_stays_unknown()
    {
        network.Answer(200, """
            [{"sha":"aa","commit":{"message":"m","author":null,"committer":null},"author":{},"committer":null,"parents":[{"sha":"bb"}]}]
            """).Answer(200, """[{"id":1,"state":"PENDING","user":null,"commit_id":null}]""");

        var commit = (await github.ListPullCommitsAsync(1, default)).ShouldHaveSingleItem();
        (commit.Author, commit.Committer, commit.AuthorEmail, commit.Parents.ShouldHaveSingleItem()).ShouldBe((null, null, "", "bb"));
        (await github.ListReviewsAsync(1, default)).ShouldHaveSingleItem().ShouldBe(new Review(1, "ghost", "PENDING", null, null, ""));
    }

    private async Task RefusesWithout(string fact, string complete, Func<Task<int>> list)
    {
        var entry = JsonNode.Parse(complete)!;
        network.Answer(200, $"[{entry.ToJsonString()}]");
        (await list()).ShouldBe(1);
        var steps = fact.Split('.');
        var holder = steps[..^1].Aggregate(entry, (at, step) => at[step]!);
        holder.AsObject().Remove(steps[^1]).ShouldBeTrue();
        network.Answer(200, $"[{entry.ToJsonString()}]");

        var refusal = await Should.ThrowAsync<RemoteException>(list());

        (refusal.Code, refusal.Reason).ShouldBe(("unreadable", $"the answer cannot be read (at $[0].{fact})"));
    }

    private static (string, string) Next(int page, int? last = null)
    {
        const string Listing = "https://api.github.example/repos/o/r/pulls/1/reviews?per_page=100&page=";
        return ("Link", $"<{Listing}{page}>; rel=\"next\"" + (last is null ? "" : $", <{Listing}{last}>; rel=\"last\""));
    }

    private static string Reviews(params int[] ids) => $"[{string.Join(',', ids.Select(Review))}]";

    private static string Review(int id) => $$"""{"id":{{id}},"state":"APPROVED","user":{"login":"mara-lind"},"commit_id":"aa"}""";
}
