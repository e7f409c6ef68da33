using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Flows.Export;
using DocsPipeline.Sandbox;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.Http;
using DocsPipeline.Tests.Sandbox;
using DocsPipeline.Tests.Systems.Http;

namespace DocsPipeline.Tests.Flows.Export;

/// <summary>The flow against the sandbox's Confluence and GitHub, over HTTP and a real bare repository.</summary>
public sealed class ExporterTests : IAsyncLifetime
{
    private readonly RunningSandbox sandbox = new() { Repository = new RepositorySeed("halden/partner-docs", Checkout.Root, ["content/pipeline.yml", "schemas", ".github/CODEOWNERS"]) };
    private Connections connections = null!;
    private ConfluenceClient writer = null!;
    private ConfluenceSpace space = null!;
    private RequestLog log = new();

    public async Task InitializeAsync()
    {
        await sandbox.InitializeAsync();
        connections = Connections.ForSandbox(sandbox.Host.Address);
        writer = new ConfluenceClient(connections.Confluence with { Login = "wera.writer@halden.example", Token = new Secret("sandbox-writer-token") });
        space = (await writer.FindSpaceAsync("EDI", default))!;
    }

    public async Task DisposeAsync()
    {
        writer.Dispose();
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Every_page_with_properties_becomes_a_document_that_keeps_its_kinds_promise()
    {
        var report = await Export();

        report.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ShouldBeEmpty();
        report.Count(ExportStatus.Exported).ShouldBeGreaterThan(5);
        var documents = DocumentSet.Load(await Files("confluence-export", "content"));
        documents.Diagnostics.ShouldBeEmpty();
        documents.Documents.Count.ShouldBe(report.Count(ExportStatus.Exported));
        foreach (var document in documents.Documents)
        {
            Checkout.Kinds.TryGet(document.Kind, out var kind).ShouldBeTrue(document.Path);
            kind!.Schema.Validate(document.FrontMatter.Json).Select(fault => $"{document.Path}: {fault}").ShouldBeEmpty();
            document.Path.ShouldStartWith($"content/{kind.Section}/");
        }
    }

    [Fact]
    public async Task A_second_run_writes_nothing_before_and_after_the_merge()
    {
        var first = await Export();
        (await Export()).ShouldSatisfyAllConditions(second => second.Commit.ShouldBeNull(), second => second.PullRequest.ShouldBe(first.PullRequest));
        log.Writes.ShouldBe(0);

        await Merge(first.PullRequest!.Value);
        (await Export()).ShouldSatisfyAllConditions(third => third.Commit.ShouldBeNull(), third => third.Count(ExportStatus.Exported).ShouldBe(0));
        log.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task An_edit_of_one_page_changes_one_document_in_the_same_pull_request()
    {
        var page = await Create("Where to send questions", "where-to-send-questions", "<p>Ask.</p><p>Wait.</p>");
        var first = await Export();
        var before = await Files("confluence-export", "content");
        await Edit(page, "Wait.", "Wait two days.");

        var second = await Export();

        second.PullRequest.ShouldBe(first.PullRequest);
        second.Pages.Where(changed => changed.Status == ExportStatus.Exported).ShouldHaveSingleItem().Path.ShouldBe("content/faq/where-to-send-questions.md");
        var after = await Files("confluence-export", "content");
        after.Where(file => !before.Any(old => old.Path == file.Path && old.Bytes.Span.SequenceEqual(file.Bytes.Span))).ShouldHaveSingleItem().Path.ShouldBe("content/faq/where-to-send-questions.md");
        (await Text("confluence-export", "content/faq/where-to-send-questions.md")).ShouldEndWith("version: 2\n---\nAsk.\n\nWait two days.\n");
    }

    [Fact]
    public async Task A_rename_keeps_the_path_and_the_id()
    {
        var page = await Create("Old title", "stable-id", "<p>Text.</p>");
        await Export();
        await writer.UpdatePageAsync(new PageChange((await writer.FindPageAsync(page.Id, default))!, "New title", Properties("stable-id", "faq-article") + "<p>Text.</p>", ""), default);

        await Export();

        var text = await Text("confluence-export", "content/faq/old-title.md");
        text.ShouldContain("id: stable-id\n");
        text.ShouldContain("title: New title\n");
    }

    [Fact]
    public async Task A_reviewers_edit_and_a_writers_edit_in_other_places_are_both_kept()
    {
        var page = await Create("Two places", "two-places", "<p>One.</p><p>Two.</p>");
        await Export();
        await Review("content/faq/two-places.md", "One.", "One, says the reviewer.");
        await Edit(page, "Two.", "Two, says the writer.");

        var report = await Export();

        report.Diagnostics.ShouldNotContain(diagnostic => diagnostic.Code.Id == "DOC0555");
        (await Text("confluence-export", "content/faq/two-places.md")).ShouldEndWith("---\nOne, says the reviewer.\n\nTwo, says the writer.\n");
        (await Export()).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task Edits_in_the_same_place_stay_both_in_sight()
    {
        var page = await Create("One place", "one-place", "<p>One.</p>");
        var first = await Export();
        await Review("content/faq/one-place.md", "One.", "The reviewer's.");
        await Edit(page, "One.", "The writer's.");

        var report = await Export();

        report.Diagnostics.ShouldContain(diagnostic => diagnostic.Code.Id == "DOC0555");
        var text = await Text("confluence-export", "content/faq/one-place.md");
        text.ShouldContain("The reviewer's.");
        text.ShouldContain("The writer's.");
        (await PullBody(first.PullRequest!.Value)).ShouldContain("Changed on both sides");
        (await Export()).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task A_reviewers_edit_alone_stays()
    {
        await Create("Mine", "mine", "<p>One.</p>");
        await Export();
        await Review("content/faq/mine.md", "One.", "Better.");

        (await Export()).Commit.ShouldBeNull();

        (await Text("confluence-export", "content/faq/mine.md")).ShouldEndWith("Better.\n");
    }

    [Fact]
    public async Task Links_between_pages_become_links_between_files_in_both_directions()
    {
        await Create("Left", "left-page", "<p><ac:link><ri:page ri:content-title=\"Right\" /><ac:link-body>there</ac:link-body></ac:link></p>");
        await Export();
        await Create("Right", "right-page", "<p><ac:link><ri:page ri:content-title=\"Left\" /><ac:link-body>back</ac:link-body></ac:link></p>", "release-notes");

        await Export();

        (await Text("confluence-export", "content/faq/left.md")).ShouldContain("../controlled/right.md");
        (await Text("confluence-export", "content/controlled/right.md")).ShouldContain("../faq/left.md");
    }

    [Fact]
    public async Task Files_of_a_page_lie_in_a_folder_beside_its_document()
    {
        var page = await Create("With file", "with-file", "<p>Text.</p>");
        await writer.UploadAsync(page.Id, "AS2 Flow.png", new byte[] { 137, 80, 78, 71 }, "image/png", "", default);
        await Edit(page, "<p>Text.</p>", "<p><ac:image><ri:attachment ri:filename=\"AS2 Flow.png\" /></ac:image></p><p><ac:image><ri:attachment ri:filename=\"virus.exe\" /></ac:image></p>");

        var report = await Export();

        (await Files("confluence-export", "content/faq/with-file")).ShouldHaveSingleItem().Path.ShouldBe("content/faq/with-file/AS2-Flow.png");
        (await Text("confluence-export", "content/faq/with-file.md")).ShouldContain("with-file/AS2-Flow.png");
        report.Diagnostics.ShouldContain(diagnostic => diagnostic.Code.Id == "DOC0557");
    }

    [Fact]
    public async Task A_page_with_an_unknown_kind_or_a_stolen_id_is_one_diagnostic_and_the_others_go_on()
    {
        await Create("First", "the-id", "<p>One.</p>");
        await Create("Thief", "the-id", "<p>Two.</p>");
        await Create("Odd", "odd-page", "<p>Three.</p>", "no-such-kind");

        var report = await Export();

        report.Pages.Where(page => page.Status == ExportStatus.Failed).Select(page => page.Title).ShouldBe(["Thief", "Odd"], ignoreOrder: true);
        report.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.Code.Id).ShouldBe(["DOC0551", "DOC0552"], ignoreOrder: true);
        report.ExitCode.ShouldBe(ExitCode.Errors);
        (await Text("confluence-export", "content/faq/first.md")).ShouldContain("One.");
    }

    [Fact]
    public async Task A_page_that_is_gone_is_proposed_to_expire_and_not_deleted()
    {
        var page = await Create("Short-lived", "short-lived", "<p>One.</p>");
        await Export();
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/wiki/api/v2/pages/{page.Id}");
        request.Headers.TryAddWithoutValidation("Authorization", "Basic " + Convert.ToBase64String("wera.writer@halden.example:sandbox-writer-token"u8));
        (await sandbox.Client.SendAsync(request)).IsSuccessStatusCode.ShouldBeTrue();

        await Export();

        (await Text("confluence-export", "content/faq/short-lived.md")).ShouldContain("\nexpires: 20");
        (await Export()).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task A_restricted_page_and_one_that_is_being_edited_stay_where_they_are()
    {
        await AsWriter(HttpMethod.Put, $"/wiki/rest/api/content/{(await Create("Terms", "terms-page", "<p>Secret.</p>")).Id}/restriction", new[]
        {
            new { operation = "read", restrictions = new { user = new[] { new { type = "known", accountId = await AccountOf("wera.writer@halden.example", "sandbox-writer-token") }, new { type = "known", accountId = await AccountOf("docs-bot@halden.example", "sandbox-confluence-token") } } } },
        });
        var parent = (await writer.FindPageByTitleAsync(space, "Terms", default))!;
        await writer.CreatePageAsync(new NewPage(space, "Below terms", Properties("below-terms", "faq-article") + "<p>Secret too.</p>", parent.Id), default);

        var report = await Export();

        report.Pages.Where(page => page.Title.Contains("erms", StringComparison.Ordinal) && page.Id is "terms-page" or "below-terms").ShouldAllBe(page => page.Status == ExportStatus.Skipped);
        report.Diagnostics.Count(diagnostic => diagnostic.Code.Id == "DOC0553").ShouldBeGreaterThanOrEqualTo(2);
        (await Files("confluence-export", "content/faq")).ShouldNotContain(file => file.Path.Contains("terms", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_with_an_unpublished_draft_is_left_for_later()
    {
        var page = await Create("In the making", "in-the-making", "<p>One.</p>");
        await AsWriter(HttpMethod.Put, $"/wiki/api/v2/pages/{page.Id}", new { id = page.Id, status = "draft", title = page.Title, body = new { representation = "storage", value = "<p>Half</p>" }, version = new { number = 1 } });

        var report = await Export();

        report.Pages.ShouldContain(found => found.Id == "in-the-making" && found.Status == ExportStatus.Skipped);
        report.Diagnostics.ShouldContain(diagnostic => diagnostic.Code.Id == "DOC0554");
    }

    [Fact]
    public async Task A_run_that_lost_an_answer_is_finished_by_the_next_one_with_one_pull_request()
    {
        using var network = new LossyNetwork { Loses = request => request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith("/pulls", StringComparison.Ordinal) };
        using (var exporter = new Exporter(connections, Path.Combine(sandbox.StateDirectory, "clone.git"), new Transport { Handler = network }))
        {
            (await exporter.RunAsync(new ExportRequest(), new Progress<string>(), default)).PullRequest.ShouldNotBeNull();
        }

        (await Export()).Commit.ShouldBeNull();

        using var github = new GitHubClient(connections.GitHub);
        (await github.ListPullsAsync("all", "confluence-export", default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_run_that_ended_between_push_and_pull_request_is_finished_by_the_next_one()
    {
        using var network = new LossyNetwork { Replaces = request => request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith("/pulls", StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.Forbidden) : null };
        using (var exporter = new Exporter(connections, Path.Combine(sandbox.StateDirectory, "clone.git"), new Transport { Handler = network }))
        {
            await Should.ThrowAsync<RemoteException>(exporter.RunAsync(new ExportRequest(), new Progress<string>(), default));
        }

        (await Export()).PullRequest.ShouldNotBeNull();
        (await Export()).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task The_report_is_written_as_json()
    {
        await Export();

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(sandbox.StateDirectory, "report", "export-report.json")));
        json.RootElement.GetProperty("totals").GetProperty("exported").GetInt32().ShouldBeGreaterThan(0);
        json.RootElement.GetProperty("pages")[0].GetProperty("status").GetString().ShouldNotBeNullOrEmpty();
    }

    private static string Properties(string id, string kind) =>
        "<ac:structured-macro ac:name=\"details\"><ac:parameter ac:name=\"id\">document</ac:parameter><ac:rich-text-body><table><tbody>"
        + string.Concat(new[] { ("id", id), ("kind", kind), ("summary", "A test page."), ("classification", "internal"), ("owner", "docs@halden.example"), ("selected", "false") }
            .Select(row => $"<tr><th><p>{row.Item1}</p></th><td><p>{row.Item2}</p></td></tr>"))
        + "</tbody></table></ac:rich-text-body></ac:structured-macro>";

    private async Task<ExportReport> Export()
    {
        log = new RequestLog();
        using var exporter = new Exporter(connections, Path.Combine(sandbox.StateDirectory, "clone.git"), new Transport { Log = log });
        return await exporter.RunAsync(new ExportRequest { ReportDirectory = Path.Combine(sandbox.StateDirectory, "report") }, new Progress<string>(), default);
    }

    private async Task<ConfluencePage> Create(string title, string id, string body, string kind = "faq-article") =>
        (await writer.CreatePageAsync(new NewPage(space, title, Properties(id, kind) + body), default))!;

    private async Task Edit(ConfluencePage page, string from, string to)
    {
        var now = (await writer.FindPageAsync(page.Id, default))!;
        var plain = System.Text.RegularExpressions.Regex.Replace(now.Body, " (ac:)?local-id=\"[^\"]*\"", "");
        plain.ShouldContain(from);
        (await writer.UpdatePageAsync(new PageChange(now, now.Title, plain.Replace(from, to, StringComparison.Ordinal), "Edit"), default)).ShouldNotBeNull();
    }

    private async Task Review(string path, string from, string to)
    {
        var git = await Clone();
        var tip = (await git.ResolveAsync("confluence-export", default))!;
        var text = await Text("confluence-export", path);
        text.ShouldContain(from);
        var edit = TreeChange.Put(path, Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));
        var commit = await git.CommitAsync(new CommitDraft(tip, [edit], "Review", new GitPerson("mara-lind", "mara@halden.example"), DateTimeOffset.UtcNow), default);
        (await git.PushAsync("confluence-export", commit, default)).Accepted.ShouldBeTrue();
    }

    private async Task Merge(int pull)
    {
        await As("sandbox-mara-token", HttpMethod.Post, $"pulls/{pull}/reviews", new { @event = "APPROVE", body = "Good." });
        await As("sandbox-jonas-token", HttpMethod.Post, $"pulls/{pull}/reviews", new { @event = "APPROVE", body = "Good." });
        await As("sandbox-mara-token", HttpMethod.Put, $"pulls/{pull}/merge", new { merge_method = "merge" });
    }

    private async Task As(string token, HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, $"/api/v3/repos/halden/partner-docs/{path}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        request.Headers.TryAddWithoutValidation("User-Agent", "tests");
        using var answer = await sandbox.Client.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    private async Task AsWriter(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Authorization", "Basic " + Convert.ToBase64String("wera.writer@halden.example:sandbox-writer-token"u8));
        using var answer = await sandbox.Client.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    private async Task<string> AccountOf(string login, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/wiki/rest/api/user/current");
        request.Headers.TryAddWithoutValidation("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{login}:{token}")));
        using var answer = await sandbox.Client.SendAsync(request);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accountId").GetString()!;
    }

    private async Task<string> PullBody(int number)
    {
        using var github = new GitHubClient(connections.GitHub);
        return (await github.GetPullAsync(number, default)).Body;
    }

    private async Task<GitRepository> Clone()
    {
        var git = await GitRepository.OpenAsync(Path.Combine(sandbox.StateDirectory, "reviewer.git"), GitRemote.Of(connections.GitHub), default);
        await git.FetchAsync(default);
        return git;
    }

    private async Task<IReadOnlyList<ContentFile>> Files(string branch, string prefix)
    {
        var git = await Clone();
        return await git.ReadTreeAsync((await git.ResolveAsync(branch, default))!, [prefix], default);
    }

    private async Task<string> Text(string branch, string path) => Encoding.UTF8.GetString((await Files(branch, path)).ShouldHaveSingleItem().Bytes.Span);
}
