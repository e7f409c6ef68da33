using System.Text;
using Octokit;

namespace DocsPipeline.Tests.Sandbox.GitHub;

/// <summary>GitHub's own client for .NET, unmodified and without anything of ours between, against the sandbox.</summary>
public sealed class OctokitNetTests(RunningGitHub github) : IClassFixture<RunningGitHub>
{
    private const string Owner = "halden";
    private const string Name = "partner-docs";

    [Fact]
    public async Task Labels_come_as_a_bare_array()
    {
        var issues = As("bot").Issue;
        var issue = await issues.Create(Owner, Name, new NewIssue("Labelled"));

        (await issues.Labels.AddToIssue(Owner, Name, issue.Number, ["one", "two"])).Select(label => label.Name).ShouldBe(["one", "two"]);
        (await issues.Labels.ReplaceAllForIssue(Owner, Name, issue.Number, ["three"])).ShouldHaveSingleItem().Name.ShouldBe("three");
        await issues.Labels.RemoveAllFromIssue(Owner, Name, issue.Number);

        (await issues.Labels.GetAllForIssue(Owner, Name, issue.Number)).ShouldBeEmpty();
        (await github.CallAsync("POST", $"issues/{issue.Number}/labels", new[] { 1 })).Status.ShouldBe(422);
        (await github.CallAsync("POST", "issues", new[] { "title" })).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Raw_bytes_come_in_the_media_type_that_was_asked_for()
    {
        Encoding.UTF8.GetString(await As("bot").Repository.Content.GetRawContent(Owner, Name, "content/faq/one.md"))
            .ShouldBe("# One\n\nfirst\n");
    }

    [Theory]
    [InlineData("application/vnd.github.diff", "diff --git a/content/faq/one.md")]
    [InlineData("application/vnd.github.v3.diff", "diff --git a/content/faq/one.md")]
    [InlineData("application/vnd.github.patch", "From ")]
    public async Task A_change_comes_as_diff_and_as_mails(string media, string beginning)
    {
        var branch = $"forms-{media.Length}-{beginning.Length}";
        var number = await github.PullAsync(branch, ("content/faq/one.md", $"# One\n\n{media}\n"));
        foreach (var path in (string[])[$"pulls/{number}", $"commits/{await github.TipAsync(branch)}", $"compare/main...{branch}"])
        {
            var answer = await As("bot").Connection.Get<string>(At(path), null, media);
            answer.Body.ShouldStartWith(beginning);
            answer.Body.ShouldContain($"+{media}");
            answer.HttpResponse.ContentType.ShouldBe(media);
        }
    }

    [Theory]
    [InlineData("application/vnd.github.full+json", true, true, true)]
    [InlineData("application/vnd.github.html+json", false, true, false)]
    [InlineData("application/vnd.github.v3.text+json", false, false, true)]
    [InlineData("application/vnd.github.raw+json", true, false, false)]
    public async Task What_people_wrote_comes_in_the_form_that_was_asked_for(string media, bool raw, bool html, bool text)
    {
        var issue = await github.ExpectAsync(201, "POST", "issues", new { title = "Forms", body = "**bold** <b>x</b>" });
        var answer = await github.CallAsync("GET", $"issues/{issue["number"]}", null, "bot", ("Accept", media));

        var json = answer.Json!.AsObject();
        (json.ContainsKey("body"), json.ContainsKey("body_html"), json.ContainsKey("body_text")).ShouldBe((raw, html, text));
        if (html)
        {
            json["body_html"]!.GetValue<string>().Trim().ShouldBe("<p><strong>bold</strong> &lt;b&gt;x&lt;/b&gt;</p>");
        }
    }

    [Fact]
    public async Task An_organization_shows_its_members_to_its_members()
    {
        var organizations = As("bot").Organization;
        (await organizations.Get(Owner)).Type.ShouldBe(AccountType.Organization);
        (await organizations.GetAllForCurrent()).ShouldHaveSingleItem().Login.ShouldBe(Owner);
        (await organizations.Member.GetAll(Owner)).Select(member => member.Login).ShouldContain("rita-reader");
        (await organizations.Member.GetAll(Owner, OrganizationMembersRole.Admin)).ShouldHaveSingleItem().Login.ShouldBe("mara-lind");
        (await organizations.Member.CheckMember(Owner, "otto-outside")).ShouldBeFalse();
        (await organizations.Member.GetOrganizationMembership(Owner, "mara-lind")).Role.Value.ShouldBe(MembershipRole.Admin);

        var outside = As("otto").Organization;
        (await outside.Member.GetAll(Owner)).ShouldBeEmpty();
        await Should.ThrowAsync<ForbiddenException>(outside.Member.GetOrganizationMembership(Owner, "mara-lind"));
        await Should.ThrowAsync<NotFoundException>(organizations.Get("docs-bot"));
    }

    [Fact]
    public async Task A_team_is_made_filled_and_hidden_from_others()
    {
        var teams = As("mara").Organization.Team;
        var team = await teams.Create(Owner, new NewTeam("Price Guides") { Privacy = TeamPrivacy.Secret });
        (team.Slug, team.MembersCount, team.Organization.Login).ShouldBe(("price-guides", 0, Owner));

        (await teams.AddOrEditMembership(team.Id, "jonas-weber", new UpdateTeamMembership(TeamRole.Member))).State.Value.ShouldBe(
            MembershipState.Active);
        (await teams.AddOrEditMembership(team.Id, "otto-outside", new UpdateTeamMembership(TeamRole.Member))).State.Value.ShouldBe(
            MembershipState.Pending);

        (await teams.GetAllMembers(team.Id)).ShouldHaveSingleItem().Login.ShouldBe("jonas-weber");
        (await teams.GetMembershipDetails(team.Id, "jonas-weber")).Role.Value.ShouldBe(TeamRole.Member);
        (await As("jonas").Organization.Team.GetByName(Owner, "price-guides")).Id.ShouldBe(team.Id);
        (await As("wera").Organization.Team.GetAll(Owner)).ShouldNotContain(seen => seen.Id == team.Id);
        await Should.ThrowAsync<NotFoundException>(As("wera").Organization.Team.Get(team.Id));
        await Should.ThrowAsync<ForbiddenException>(
            As("jonas").Organization.Team.AddOrEditMembership(team.Id, "rita-reader", new UpdateTeamMembership(TeamRole.Member)));
        await Should.ThrowAsync<ForbiddenException>(As("otto").Organization.Team.Create(Owner, new NewTeam("Outside")));
        var twice = await Should.ThrowAsync<ApiValidationException>(teams.Create(Owner, new NewTeam("price guides")));
        twice.ApiError.Errors.ShouldHaveSingleItem().Code.ShouldBe("already_exists");

        (await teams.RemoveMembership(team.Id, "jonas-weber")).ShouldBeTrue();
        await teams.Delete(Owner, "price-guides");
        await Should.ThrowAsync<NotFoundException>(teams.Get(team.Id));
    }

    [Fact]
    public async Task A_workflow_is_started_with_the_inputs_that_it_asks_for()
    {
        var workflows = As("bot").Actions.Workflows;
        var known = await workflows.List(Owner, Name);
        known.Workflows.Select(workflow => (workflow.Name, workflow.Path)).ShouldBe(
            [(".github/workflows/ci.yml", ".github/workflows/ci.yml"), ("Publish", ".github/workflows/publish.yml")]);
        var id = (await workflows.Get(Owner, Name, "publish.yml")).Id;

        await workflows.CreateDispatch(Owner, Name, id, Dispatch("main", ("reason", "now")));
        await Refused("Required input 'reason' not provided", workflows.CreateDispatch(Owner, Name, id, Dispatch("main")));
        await Refused("Unexpected inputs provided: [\"why\"]", workflows.CreateDispatch(
            Owner, Name, id, Dispatch("main", ("reason", "now"), ("why", "x"))));
        await Refused("No ref found for: nowhere", workflows.CreateDispatch(Owner, Name, id, Dispatch("nowhere", ("reason", "now"))));
        await Refused(
            "Workflow does not have 'workflow_dispatch' trigger", workflows.CreateDispatch(Owner, Name, "ci.yml", Dispatch("main")));
        await Should.ThrowAsync<NotFoundException>(workflows.CreateDispatch(Owner, Name, "none.yml", Dispatch("main")));
        await Should.ThrowAsync<ForbiddenException>(
            As("rita").Actions.Workflows.CreateDispatch(Owner, Name, id, Dispatch("main", ("reason", "now"))));
    }

    [Fact]
    public async Task A_repository_dispatch_needs_a_name_and_the_right_to_write()
    {
        Task Send(string who, object body) =>
            As(who).Connection.Post<object>(At("dispatches"), body, "application/vnd.github+json", "application/json");

        await Send("bot", new { event_type = "published", client_payload = new { commit = "abc" } });
        await Refused("\"event_type\" wasn't supplied", Send("bot", new { client_payload = new { commit = "abc" } }));
        await Refused("1 to 100 characters", Send("bot", new { event_type = new string('x', 101) }));
        await Refused("No more than 10 properties", Send(
            "bot", new { event_type = "e", client_payload = Enumerable.Range(0, 11).ToDictionary(n => $"p{n}", n => (object)n) }));
        await Should.ThrowAsync<NotFoundException>(Send("rita", new { event_type = "published" }));
        await Should.ThrowAsync<NotFoundException>(Send("otto", new { event_type = "published" }));
    }

    [Fact]
    public async Task An_environment_keeps_what_has_to_be_waited_for()
    {
        var rules = new { wait_timer = 30, reviewers = new[] { new { type = "User", id = 1003 } }, prevent_self_review = true };
        await github.ExpectAsync(200, "PUT", "environments/production", rules, "mara");
        await github.ExpectAsync(
            201, "POST", "deployments", new { @ref = "main", environment = "halden-suppliers", required_contexts = Array.Empty<string>() });

        var found = await As("bot").Repository.Environment.GetAll(Owner, Name);
        found.Environments.Select(one => one.Name).ShouldBe(["production", "halden-suppliers"]);
        var kept = (await github.ExpectAsync(200, "GET", "environments/production"))["protection_rules"]!.AsArray();
        kept.Select(rule => rule!["type"]!.GetValue<string>()).ShouldBe(["wait_timer", "required_reviewers"]);

        (await github.CallAsync("PUT", "environments/production", new { }, "bot")).Status.ShouldBe(403);
        (await github.CallAsync("PUT", "environments/production", new { wait_timer = -1 }, "mara")).Status.ShouldBe(422);
        var stranger = new { reviewers = new[] { new { type = "User", id = 1006 } } };
        (await github.CallAsync("PUT", "environments/p", stranger, "mara")).Status.ShouldBe(422);
        var neither = new { deployment_branch_policy = new { protected_branches = true, custom_branch_policies = true } };
        (await github.CallAsync("PUT", "environments/p", neither, "mara")).Status.ShouldBe(422);
        await github.ExpectAsync(204, "DELETE", "environments/halden-suppliers", null, "mara");
        (await github.CallAsync("GET", "environments/halden-suppliers")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_activity_of_a_repository_is_read_by_cursors()
    {
        var first = await github.CommitAsync("active", "bot", ("content/faq/one.md", "# One\n\nonce\n"));
        var second = await github.CommitAsync("active", "wera", ("content/faq/one.md", "# One\n\ntwice\n"));
        var api = new ApiConnection(As("bot").Connection);

        var pushes = await api.GetAll<Push>(At("activity?ref=active"), new ApiOptions { PageSize = 1 });

        pushes.Select(push => (push.ActivityType, push.After, push.Actor.Login))
            .ShouldBe([("push", second, "wera-writer"), ("branch_creation", first, "docs-bot")]);
        (await api.GetAll<Push>(At("activity?ref=active&direction=asc&actor=wera-writer"))).ShouldHaveSingleItem().Before.ShouldBe(first);
        (await api.GetAll<Push>(At("activity?ref=active&activity_type=force_push"))).ShouldBeEmpty();
        await Should.ThrowAsync<ApiValidationException>(api.GetAll<Push>(At("activity?activity_type=rename")));
        await Should.ThrowAsync<NotFoundException>(new ApiConnection(As("otto").Connection).GetAll<Push>(At("activity")));
    }

    [Fact]
    public async Task Search_finds_what_the_caller_may_see()
    {
        var issue = await github.ExpectAsync(
            201, "POST", "issues", new { title = "Needle in the haystack", labels = new[] { "two words" } });
        await github.ExpectAsync(201, "POST", "issues", new { title = "Another needle" });
        var search = As("bot").Search;
        var wanted = new SearchIssuesRequest("needle")
        {
            Repos = { { Owner, Name } },
            Type = IssueTypeQualifier.Issue,
            Labels = ["two words"],
            State = ItemState.Open,
        };

        (await search.SearchIssues(wanted)).Items.ShouldHaveSingleItem().Number.ShouldBe(issue["number"]!.GetValue<int>());
        (await search.SearchIssues(new SearchIssuesRequest("needle"))).TotalCount.ShouldBe(2);
        (await search.SearchIssues(new SearchIssuesRequest("needle") { Type = IssueTypeQualifier.PullRequest })).TotalCount.ShouldBe(0);
        var code = await search.SearchCode(new SearchCodeRequest("first", Owner, Name) { Path = "content", Extensions = ["md"] });
        code.Items.Select(file => file.Path)
            .ShouldBe(["content/faq/one.md", "content/faq/two.md"], ignoreOrder: true);
        (await search.SearchRepo(new SearchRepositoriesRequest("partner"))).Items.ShouldHaveSingleItem().FullName.ShouldBe(
            $"{Owner}/{Name}");
        (await search.SearchUsers(new SearchUsersRequest("mara"))).Items.ShouldHaveSingleItem().Login.ShouldBe("mara-lind");

        (await As("otto").Search.SearchIssues(new SearchIssuesRequest("needle"))).TotalCount.ShouldBe(0);
        var unseen = await Should.ThrowAsync<ApiValidationException>(As("otto").Search.SearchIssues(wanted));
        unseen.ApiError.Errors.ShouldHaveSingleItem().Message.ShouldStartWith("The listed users and repositories cannot be searched");
        (await github.CallAsync("GET", "/api/v3/search/issues")).Status.ShouldBe(422);
        (await github.CallAsync("GET", "/api/v3/search/users?q=mara")).Headers["x-ratelimit-resource"].ShouldBe("search");
    }

    private static async Task Refused(string reason, Task call) =>
        (await Should.ThrowAsync<ApiValidationException>(call)).Message.ShouldContain(reason);

    private static CreateWorkflowDispatch Dispatch(string name, params (string Name, string Value)[] inputs) =>
        new(name) { Inputs = inputs.ToDictionary(input => input.Name, input => (object)input.Value) };

    private static Uri At(string path) => new($"repos/{Owner}/{Name}/{path}", UriKind.Relative);

    private GitHubClient As(string who) =>
        new(new ProductHeaderValue("tests"), github.Address) { Credentials = new Credentials($"sandbox-{who}-token") };

    /// <summary>An entry of a repository's activity, which Octokit has no type for.</summary>
    private sealed class Push
    {
        public string ActivityType { get; private set; } = "";

        public string Before { get; private set; } = "";

        public string After { get; private set; } = "";

        public User Actor { get; private set; } = null!;
    }
}
