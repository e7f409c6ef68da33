using System.Net.Http.Json;
using System.Text;
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

    private readonly RunningSandbox sandbox = new() { Repository = new RepositorySeed("halden/partner-docs", Checkout.Root, ["content/pipeline.yml", "schemas", ".github/CODEOWNERS"]) };
    private readonly LossyNetwork network = new();
    private readonly RequestLog log = new();
    private GitHubClient github = null!;
    private GitRepository git = null!;

    public async Task InitializeAsync()
    {
        await sandbox.InitializeAsync();
        var connection = Connections.ForSandbox(sandbox.Host.Address).GitHub;
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
    public async Task Knows_the_repository_and_clones_its_seed()
    {
        (await github.GetRepositoryAsync(default)).DefaultBranch.ShouldBe("main");
        var main = await git.ResolveAsync("main", default);
        (await git.ReadTreeAsync(main!, ["content", "schemas"], default)).ShouldContain(file => file.Path == "content/pipeline.yml");
        log.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task Carries_a_pull_request_from_its_branch_to_the_merge()
    {
        var (main, head) = await PushTopic("topic");
        var pull = await github.CreatePullAsync("Add a page", "Body.", "topic", "main", default);
        pull.ShouldSatisfyAllConditions(
            () => pull.IsOpen.ShouldBeTrue(), () => pull.Head.Commit.ShouldBe(head), () => pull.Base.Commit.ShouldBe(main), () => pull.Author.ShouldBe("docs-bot"), () => pull.IsMerged.ShouldBeFalse());
        (await github.UpdatePullAsync(pull.Number, new PullChange(Title: "Add one page"), default)).ShouldSatisfyAllConditions(
            changed => changed.Title.ShouldBe("Add one page"), changed => changed.Body.ShouldBe("Body."));
        (await github.ListPullsAsync("open", "topic", default)).ShouldHaveSingleItem().Number.ShouldBe(pull.Number);
        (await github.ListPullsAsync("open", "other", default)).ShouldBeEmpty();
        (await github.ListPullFilesAsync(pull.Number, default)).Select(file => (file.Path, file.Status)).ShouldBe([("content/faq/a.md", "added")]);
        (await github.ListPullCommitsAsync(pull.Number, default)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            commit => commit.Id.ShouldBe(head), commit => commit.AuthorEmail.ShouldBe(Bot.Email), commit => commit.Parents.ShouldBe([main]));

        await AsPerson("sandbox-mara-token", HttpMethod.Post, $"pulls/{pull.Number}/reviews", new { @event = "APPROVE", body = "Good." });
        await AsPerson("sandbox-mara-token", HttpMethod.Put, $"pulls/{pull.Number}/merge", new { merge_method = "merge" });

        (await github.ListReviewsAsync(pull.Number, default)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            review => review.State.ShouldBe("APPROVED"), review => review.Author.ShouldBe("mara-lind"), review => review.Commit.ShouldBe(head));
        var merged = await github.GetPullAsync(pull.Number, default);
        (merged.IsMerged, merged.IsOpen, merged.MergedBy).ShouldBe((true, false, "mara-lind"));
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
    public async Task Opens_changes_and_closes_an_issue()
    {
        await github.EnsureLabelsAsync([new Label("case", "d73a4a", "From a case"), new Label("acme", "0e8a16", "")], default);
        await github.EnsureLabelsAsync([new Label("case", "ffffff", "Another description")], default);
        var issue = await github.CreateIssueAsync(new NewIssue("ASN rejected", "Text.", ["case"]), default);
        await github.AddLabelsAsync(issue.Number, ["acme"], default);
        var comment = await github.AddCommentAsync(issue.Number, "First.", default);
        await github.UpdateCommentAsync(comment.Id, "Edited.", default);
        await github.UpdateIssueAsync(issue.Number, new IssueChange(Open: false, StateReason: "completed"), default);

        var found = await github.GetIssueAsync(issue.Number, default);

        (found.Title, found.Body, found.IsOpen, found.StateReason, found.Author).ShouldBe(("ASN rejected", "Text.", false, "completed", "docs-bot"));
        found.Labels.ShouldBe(["case", "acme"], ignoreOrder: true);
        (await github.ListCommentsAsync(issue.Number, default)).Select(entry => (entry.Author, entry.Body)).ShouldBe([("docs-bot", "Edited.")]);
        (await github.ListIssuesAsync(new IssueFilter { State = "closed", Labels = ["case", "acme"], Creator = "docs-bot" }, default)).ShouldHaveSingleItem().Number.ShouldBe(issue.Number);
        (await github.ListIssuesAsync(new IssueFilter { State = "open", Labels = ["case"] }, default)).ShouldBeEmpty();
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

        var issues = await github.ListIssuesAsync(new IssueFilter(), default);

        issues.Count.ShouldBe(103);
        issues.Select(issue => issue.Number).ShouldBeUnique();
    }

    [Fact]
    public async Task An_issue_whose_answer_was_lost_is_unknown_and_not_opened_twice()
    {
        network.Loses = request => request.Method == HttpMethod.Post;

        await Should.ThrowAsync<UnknownOutcomeException>(github.CreateIssueAsync(new NewIssue("ASN rejected", "Text.", []), default));

        network.Loses = _ => false;
        (await github.ListIssuesAsync(new IssueFilter(), default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Reports_checks_statuses_and_deployments_on_a_commit()
    {
        var (_, head) = await PushTopic("topic");

        await github.CreateCheckRunAsync(new CheckReport("validate", head, "failure", "1 error", "DOC0203"), default);
        (await github.ListCheckRunsAsync(head, default)).ShouldHaveSingleItem().Conclusion.ShouldBe("failure");
        await github.SetStatusAsync(head, new CommitStatus("docs/plan", "success", "2 updates"), default);
        (await github.ListStatusesAsync(head, default)).ShouldHaveSingleItem().State.ShouldBe("success");
        var deployment = await github.CreateDeploymentAsync(head, "halden-suppliers", "Publish", default);
        await github.SetDeploymentStatusAsync(deployment.Id, new DeploymentStatus("success", "38 documents"), default);
        (await github.ListDeploymentsAsync(head, "halden-suppliers", default)).ShouldHaveSingleItem().Id.ShouldBe(deployment.Id);
        (await github.ListDeploymentStatusesAsync(deployment.Id, default)).ShouldHaveSingleItem().State.ShouldBe("success");
    }

    private async Task<(string Main, string Head)> PushTopic(string branch)
    {
        var main = (await git.ResolveAsync("main", default))!;
        var head = await git.CommitAsync(
            new CommitDraft(main, [TreeChange.Put("content/faq/a.md", Encoding.UTF8.GetBytes($"# {branch}\n"))], "Add a page", Bot, DateTimeOffset.UnixEpoch.AddYears(57)), default);
        (await git.PushAsync(branch, head, default)).ShouldBe(new PushResult(true, ""));
        return (main, head);
    }

    private async Task AsPerson(string token, HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, $"/api/v3/repos/halden/partner-docs/{path}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        request.Headers.TryAddWithoutValidation("User-Agent", "tests");
        using var answer = await sandbox.Client.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }
}
