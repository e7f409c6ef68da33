using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Build.Environments;
using DocsPipeline.Sandbox;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.Http;
using DocsPipeline.Tests.Sandbox;
using DocsPipeline.Tests.Systems.Http;

namespace DocsPipeline.Tests.Systems.GitHub;

public sealed class GitHubClientTests : IAsyncLifetime
{
    private static readonly GitPerson Bot = new("docs-bot", "docs-bot@halden.example");

    private readonly RunningSandbox sandbox = new()
    {
        Repository = new RepositorySeed("halden/partner-docs", Checkout.Root, ["content/pipeline.yml", "schemas", ".github/CODEOWNERS"]),
    };

    private readonly LossyNetwork network = new();
    private readonly RequestLog log = new();
    private GitHubClient github = null!;
    private GitRepository git = null!;

    public async Task InitializeAsync()
    {
        await sandbox.InitializeAsync();
        var connection = SandboxConnections.At(sandbox.Host.Address).GitHub;
        github = new GitHubClient(connection, new Transport { Handler = network, Log = log });
        git = await GitRepository.OpenAsync(Path.Combine(sandbox.StateDirectory, "clone.git"), GitRemote.Of(connection), default, log);
        await git.FetchAsync(default);
    }

    public async Task DisposeAsync()
    {
        github.Dispose();
        network.Dispose();
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Carries_a_pull_request_from_its_branch_to_the_merge()
    {
        var (main, head) = await PushTopic("topic");
        var pull = await github.CreatePullAsync("Add a page", "Body.", "topic", "main", default);
        pull.ShouldSatisfyAllConditions(
            () => (pull.IsOpen, pull.IsDraft, pull.IsMerged).ShouldBe((true, false, false)),
            () => pull.Head.ShouldBe(new BranchTip("topic", head, "halden/partner-docs")),
            () => pull.Base.ShouldBe(new BranchTip("main", main, "halden/partner-docs")),
            () => (pull.Author, pull.Title, pull.Body).ShouldBe(("docs-bot", "Add a page", "Body.")));
        (await github.UpdatePullAsync(pull.Number, new PullChange(Title: "Add one page"), default)).ShouldSatisfyAllConditions(
            changed => changed.Title.ShouldBe("Add one page"), changed => changed.Body.ShouldBe("Body."));
        (await github.ListPullsAsync("open", "topic", default)).ShouldHaveSingleItem().Number.ShouldBe(pull.Number);
        (await github.ListPullsAsync("open", "other", default)).ShouldBeEmpty();
        (await github.ListPullCommitsAsync(pull.Number, default)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            commit => commit.Id.ShouldBe(head),
            commit => (commit.Author, commit.Committer).ShouldBe(("docs-bot", "docs-bot")),
            commit => (commit.AuthorEmail, commit.CommitterEmail).ShouldBe((Bot.Email, Bot.Email)),
            commit => commit.Parents.ShouldBe([main]));

        await AsPerson("sandbox-mara-token", HttpMethod.Post, $"pulls/{pull.Number}/reviews", new { @event = "APPROVE", body = "Good." });
        await AsPerson("sandbox-mara-token", HttpMethod.Put, $"pulls/{pull.Number}/merge", new { merge_method = "merge" });

        (await github.ListReviewsAsync(pull.Number, default)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            review => (review.State, review.Author, review.Commit).ShouldBe(("APPROVED", "mara-lind", head)));
        var merged = (await github.ListPullsAsync("closed", "topic", default)).ShouldHaveSingleItem();
        (merged.IsMerged, merged.IsOpen, merged.Number).ShouldBe((true, false, pull.Number));
        (await github.ListNewestClosedPullsAsync("topic", default)).ShouldHaveSingleItem().MergedAt.ShouldBe(merged.MergedAt);
        await git.FetchAsync(default);
        (await git.ResolveAsync("main", default)).ShouldBe(merged.MergeCommit);
        (await github.ListPullsOfCommitAsync(merged.MergeCommit!, default)).ShouldContain(found => found.Number == pull.Number);
    }

    [Fact]
    public async Task A_push_to_the_protected_branch_is_rejected()
    {
        var (main, head) = await PushTopic("topic");

        (await git.PushAsync("main", head, default)).Accepted.ShouldBeFalse();

        await git.FetchAsync(default);
        (await git.ResolveAsync("main", default)).ShouldBe(main);
    }

    [Fact]
    public async Task Opens_changes_closes_and_reopens_an_issue()
    {
        await github.EnsureLabelsAsync([new Label("case", "d73a4a", "From a case")], default);
        await github.EnsureLabelsAsync([new Label("case", "ffffff", "Another description")], default);
        var issue = await github.CreateIssueAsync(new NewIssue("ASN rejected", "Text.", ["case"]), default);
        (issue.IsOpen, issue.Author, issue.Body).ShouldBe((true, "docs-bot", "Text."));
        await github.UpdateIssueAsync(issue.Number, new IssueChange(Title: "ASN refused", Open: false, StateReason: "completed"), default);

        var found = await github.GetIssueAsync(issue.Number, default);

        (found.Title, found.Body, found.IsOpen, found.StateReason).ShouldBe(("ASN refused", "Text.", false, "completed"));
        (found.Labels.ShouldHaveSingleItem(), found.ClosedAt is null).ShouldBe(("case", false));
        (await github.UpdateIssueAsync(issue.Number, new IssueChange(Open: true), default)).IsOpen.ShouldBeTrue();
        (await Seen("labels/case")).GetProperty("color").GetString().ShouldBe("d73a4a");
    }

    [Fact]
    public async Task Changing_an_issue_leaves_alone_what_people_did_to_it()
    {
        var issue = await github.CreateIssueAsync(new NewIssue("ASN rejected", "Text.", []), default);
        await AsPerson("sandbox-mara-token", HttpMethod.Post, "milestones", new { title = "Spring" });
        var hers = new { milestone = 1, labels = new[] { "mine" }, assignees = new[] { "mara-lind" } };
        await AsPerson("sandbox-mara-token", HttpMethod.Patch, $"issues/{issue.Number}", hers);

        await github.UpdateIssueAsync(issue.Number, new IssueChange(Title: "ASN refused"), default);

        var seen = await Seen($"issues/{issue.Number}");
        seen.GetProperty("milestone").GetProperty("title").GetString().ShouldBe("Spring");
        seen.GetProperty("labels")[0].GetProperty("name").GetString().ShouldBe("mine");
        seen.GetProperty("assignees").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Knows_who_is_in_a_team()
    {
        await AsPerson("sandbox-mara-token", HttpMethod.Post, "/orgs/halden/teams", new { name = "B2B", privacy = "closed" });
        await AsPerson("sandbox-mara-token", HttpMethod.Put, "/orgs/halden/teams/b2b/memberships/jonas-weber", new { role = "member" });

        (await github.IsTeamMemberAsync("halden/b2b", "jonas-weber", default)).ShouldBeTrue();
        (await github.IsTeamMemberAsync("halden/b2b", "wera-writer", default)).ShouldBeFalse();
        (await github.IsTeamMemberAsync("halden/other", "jonas-weber", default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Lists_more_issues_than_one_page_holds_and_no_pull_request()
    {
        await PushTopic("topic");
        await github.CreatePullAsync("Not an issue", "", "topic", "main", default);
        for (var number = 0; number < 103; number++)
        {
            await github.CreateIssueAsync(new NewIssue($"Issue {number}", "", []), default);
        }

        var issues = await github.ListIssuesAsync(default);

        issues.Count.ShouldBe(103);
        issues.Select(issue => issue.Number).ShouldBeUnique();
    }

    [Fact]
    public async Task An_issue_whose_answer_was_lost_is_unknown_and_not_opened_twice()
    {
        network.Loses = request => request.Method == HttpMethod.Post;

        await Should.ThrowAsync<UnknownOutcomeException>(github.CreateIssueAsync(new NewIssue("ASN rejected", "Text.", []), default));

        network.Loses = _ => false;
        (await github.ListIssuesAsync(default)).ShouldHaveSingleItem();
    }

    private async Task<(string Main, string Head)> PushTopic(string branch)
    {
        var main = (await git.ResolveAsync("main", default))!;
        var page = TreeChange.Put("content/faq/a.md", Encoding.UTF8.GetBytes($"# {branch}\n"));
        var head = await git.CommitAsync(new CommitDraft(main, [page], "Add a page", Bot, DateTimeOffset.UnixEpoch.AddYears(57)), default);
        (await git.PushAsync(branch, head, default)).ShouldBe(new PushResult(true, ""));
        return (main, head);
    }

    private async Task AsPerson(string token, HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(
            method, $"/api/v3{(path.StartsWith('/') ? path : $"/repos/halden/partner-docs/{path}")}");
        request.Content = JsonContent.Create(body);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        request.Headers.TryAddWithoutValidation("User-Agent", "tests");
        using var answer = await sandbox.Client.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    private async Task<JsonElement> Seen(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v3/repos/halden/partner-docs/{path}");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer sandbox-mara-token");
        request.Headers.TryAddWithoutValidation("User-Agent", "tests");
        using var answer = await sandbox.Client.SendAsync(request);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
