using System.Text.Json;
using System.Text.Json.Nodes;
using DocsPipeline.Tests.Sandbox.Npm;

namespace DocsPipeline.Tests.Sandbox.GitHub;

public sealed class ConformanceTests(RunningGitHub github) : IClassFixture<RunningGitHub>
{
    private readonly List<string> problems = [];
    private OpenApiDescription? description;

    [NpmFact]
    public async Task Answers_conform_to_githubs_own_description()
    {
        description = await DescriptionAsync();
        await RootAsync();
        await GitAsync();
        await PullAsync();
        await IssuesAsync();
        await DeploymentsAsync();
        await OrganizationAsync();
        await ActionsAsync();
        await SearchAsync();
        problems.ShouldBeEmpty();
    }

    [NpmFact]
    public async Task An_answer_that_lacks_a_field_does_not_conform()
    {
        description = await DescriptionAsync();
        description.Problems("GET", "/repos/o/r/labels/x", 200, JsonSerializer.SerializeToElement(new { id = "one", name = "x" }))
            .ShouldNotBeEmpty();
    }

    private async Task RootAsync()
    {
        foreach (var path in (string[])["/", "/meta", "/rate_limit", "/user", "/users/mara-lind"])
        {
            await SeeAsync("GET", path);
        }

        foreach (var path in (string[])
        [
            "", "branches", "branches/main", "branches/main/protection", "codeowners/errors", "assignees", "collaborators", "activity",
            "tags",
            "activity?activity_type=rename", "activity?time_period=day", "contents/content", "contents/content/faq/one.md", "commits",
            "commits/main",
            "commits/main/pulls", "labels", "milestones",
        ])
        {
            await SeeAsync("GET", path);
        }

        await SeeAsync("GET", "contents/nothing");
        await SeeAsync("GET", "collaborators/mara-lind/permission");
    }

    private async Task GitAsync()
    {
        var main = await github.TipAsync("main");
        await SeeAsync("GET", $"git/commits/{main}");
        await SeeAsync("GET", $"git/trees/{main}?recursive=1");
        var blob = await SeeAsync("POST", "git/blobs", new { content = "aGk=", encoding = "base64" });
        await SeeAsync("GET", $"git/blobs/{blob["sha"]}");
        var tree = await SeeAsync("POST", "git/trees",
            new { base_tree = main, tree = new[] { new { path = "x.md", mode = "100644", type = "blob", sha = $"{blob["sha"]}" } } });
        var commit = await SeeAsync("POST", "git/commits", new { message = "m", tree = $"{tree["sha"]}", parents = new[] { main } });
        await SeeAsync("POST", "git/refs", new { @ref = "refs/heads/conform", sha = $"{commit["sha"]}" });
        await SeeAsync("POST", "git/refs", new { @ref = "refs/heads/conform", sha = $"{commit["sha"]}" });
        await SeeAsync("GET", "git/ref/heads/conform");
        await SeeAsync("GET", "git/matching-refs/heads/con");
        await SeeAsync("PATCH", "git/refs/heads/conform", new { sha = $"{commit["sha"]}" });
        var tag = await SeeAsync("POST", "git/tags", new { tag = "v1", message = "one", @object = main, type = "commit" });
        await SeeAsync("GET", $"git/tags/{tag["sha"]}");
        await SeeAsync("GET", "compare/main...conform");
    }

    private async Task PullAsync()
    {
        var number = (await SeeAsync("POST", "pulls", new { title = "t", head = "conform", @base = "main", body = "b" }))["number"];
        var sha = await github.TipAsync("conform");
        await SeeAsync("POST", "pulls", new { title = "t", head = "conform", @base = "main" });
        await SeeAsync("POST", "check-runs",
            new { name = "validate", head_sha = sha, conclusion = "success", output = new { title = "t", summary = "s" } });
        await SeeAsync("POST", $"statuses/{sha}", new { state = "success", context = "plan" });
        foreach (var path in (string[])["check-runs", "status", "statuses"])
        {
            await SeeAsync("GET", $"commits/{sha}/{path}");
        }

        await SeeAsync("PUT", $"pulls/{number}/merge");
        await SeeAsync("POST", $"pulls/{number}/reviews", new { @event = "APPROVE" });
        await SeeAsync("POST", $"pulls/{number}/comments", new { body = "c", commit_id = sha, path = "x.md", line = 1 }, "jonas");
        var review = await SeeAsync("POST", $"pulls/{number}/reviews", new { @event = "APPROVE", body = "fine" }, "mara");
        await SeeAsync("GET", $"pulls/{number}/reviews/{review["id"]}");
        foreach (var path in (string[])["", "/files", "/commits", "/reviews", "/comments", "/requested_reviewers"])
        {
            await SeeAsync("GET", $"pulls/{number}{path}");
        }

        await SeeAsync("GET", "pulls");
        await SeeAsync("PATCH", $"pulls/{number}", new { title = "u" });
        await SeeAsync("PUT", $"pulls/{number}/merge", new { sha = new string('a', 40) });
        await SeeAsync("PUT", $"pulls/{number}/merge", new { sha });
        await SeeAsync("GET", $"pulls/{number}");
        await SeeAsync("GET", $"commits/{sha}/pulls");
    }

    private async Task IssuesAsync()
    {
        var number = (await SeeAsync("POST", "issues",
            new { title = "t", body = "b", labels = new[] { "a" }, assignees = new[] { "mara-lind" } }))["number"];
        var comment = await SeeAsync("POST", $"issues/{number}/comments", new { body = "c" });
        await SeeAsync("GET", $"issues/comments/{comment["id"]}");
        await SeeAsync("PATCH", $"issues/comments/{comment["id"]}", new { body = "d" });
        await SeeAsync("POST", "labels", new { name = "b", color = "ffffff" });
        await SeeAsync("POST", "labels", new { name = "b" });
        await SeeAsync("POST", $"issues/{number}/labels", new { labels = new[] { "b" } });
        await SeeAsync("POST", $"issues/{number}/labels", new[] { "c" });
        await SeeAsync("PUT", $"issues/{number}/labels", new[] { "b" });
        await SeeAsync("POST", $"issues/{number}/assignees", new { assignees = new[] { "jonas-weber" } });
        await SeeAsync("POST", "milestones", new { title = "m" });
        await SeeAsync("PATCH", $"issues/{number}", new { state = "closed", milestone = 1 });
        var issue = $"issues/{number}";
        foreach (var path in (string[])["issues?state=all", issue, $"{issue}/comments", "issues/comments", $"{issue}/labels",
            "milestones?state=all"])
        {
            await SeeAsync("GET", path);
        }
    }

    private async Task DeploymentsAsync()
    {
        var deployment = await SeeAsync(
            "POST", "deployments", new { @ref = "main", environment = "halden-suppliers", required_contexts = Array.Empty<string>() });
        await SeeAsync("POST", $"deployments/{deployment["id"]}/statuses", new { state = "success", log_url = "https://ci.example/1" });
        await SeeAsync("GET", "deployments");
        await SeeAsync("GET", $"deployments/{deployment["id"]}/statuses");
        await SeeAsync("GET", "environments/halden-suppliers");
        var team = await SeeAsync("POST", "/orgs/halden/teams", new { name = "Reviewers of production", privacy = "closed" }, "mara");
        var reviewers = new object[] { new { type = "User", id = 1002 }, new { type = "Team", id = team["id"]!.GetValue<int>() } };
        var policy = new { protected_branches = true, custom_branch_policies = false };
        await SeeAsync("PUT", "environments/production", new { wait_timer = 30, reviewers, deployment_branch_policy = policy }, "mara");
        await SeeAsync("PUT", "environments/production", new { wait_timer = 43_201 }, "mara");
        await SeeAsync("GET", "environments");
    }

    private async Task OrganizationAsync()
    {
        foreach (var path in (string[])["/orgs/halden", "/orgs/nobody", "/orgs/halden/members", "/orgs/halden/members/mara-lind",
            "/user/orgs"])
        {
            await SeeAsync("GET", path);
        }

        await SeeAsync("GET", "/orgs/halden/members/mara-lind", who: "otto");
        await SeeAsync("GET", "/orgs/halden/memberships/mara-lind");
        await SeeAsync("GET", "/orgs/halden/memberships/otto-outside");
        await SeeAsync("GET", "/orgs/halden/memberships/mara-lind", who: "otto");
        var team = await SeeAsync("POST", "/orgs/halden/teams", new { name = "B2B Enablement", privacy = "closed" }, "mara");
        await SeeAsync("POST", "/orgs/halden/teams", new { name = "B2B enablement" }, "mara");
        await SeeAsync("POST", "/orgs/halden/teams", new { name = "Strangers" }, "otto");
        await SeeAsync("PUT", "/orgs/halden/teams/b2b-enablement/memberships/jonas-weber", new { role = "maintainer" }, "mara");
        await SeeAsync("PUT", "/orgs/halden/teams/b2b-enablement/memberships/rita-reader", new { role = "member" }, "wera");
        foreach (var path in (string[])["", "/members", "/memberships/jonas-weber", "/memberships/rita-reader"])
        {
            await SeeAsync("GET", $"/orgs/halden/teams/b2b-enablement{path}");
            await SeeAsync("GET", $"/teams/{team["id"]}{path}");
        }

        await SeeAsync("GET", "/orgs/halden/teams");
        await SeeAsync("GET", "/orgs/halden/teams", who: "otto");
        await SeeAsync("DELETE", "/orgs/halden/teams/b2b-enablement/memberships/jonas-weber", null, "mara");
        await SeeAsync("DELETE", "/orgs/halden/teams/b2b-enablement", null, "mara");
    }

    private async Task ActionsAsync()
    {
        await SeeAsync("GET", "actions/workflows");
        await SeeAsync("GET", "actions/workflows/publish.yml");
        await SeeAsync("POST", "actions/workflows/publish.yml/dispatches", new { @ref = "main", inputs = new { reason = "now" } });
        await SeeAsync("POST", "dispatches", new { event_type = "published", client_payload = new { commit = "abc" } });
        await SeeAsync("POST", "dispatches", new { client_payload = new { } });
        await SeeAsync("POST", "dispatches", new { event_type = "published" }, "rita");
    }

    private async Task SearchAsync()
    {
        foreach (var path in (string[])
        [
            "/search/issues?q=t+repo:halden/partner-docs", "/search/issues", "/search/issues?q=t+repo:halden/nothing",
            "/search/code?q=first+org:halden",
            "/search/repositories?q=partner", "/search/users?q=mara",
        ])
        {
            await SeeAsync("GET", path);
        }
    }

    private static async Task<OpenApiDescription> DescriptionAsync() =>
        OpenApiDescription.Load(Path.Combine(await NpmPackages.FolderAsync(), "@octokit/openapi/generated/api.github.com.json"));

    private async Task<JsonNode> SeeAsync(string method, string path, object? body = null, string who = "bot")
    {
        var answer = await github.CallAsync(method, path.StartsWith('/') ? $"/api/v3{path.TrimEnd('/')}" : path, body, who);
        var described = (path.StartsWith('/') ? path : $"/repos/halden/partner-docs/{path}".TrimEnd('/')).Split('?')[0];
        JsonElement? json = answer.Json is null ? null : JsonSerializer.SerializeToElement(answer.Json);
        problems.AddRange(description!.Problems(method, described, answer.Status, json));
        return answer.Json ?? new JsonObject();
    }
}
