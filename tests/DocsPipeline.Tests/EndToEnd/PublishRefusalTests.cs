using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Publish;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.TradingGrid.Http;

namespace DocsPipeline.Tests.EndToEnd;

/// <summary>A world of its own for each test: protection is taken off, so that what only our own gate stops is stopped by it.</summary>
public sealed class PublishRefusalTests : IAsyncLifetime
{
    private const string Path = "content/faq/slipped-in.md";

    private const string Document = """
        ---
        id: faq-slipped-in
        kind: faq-article
        title: Slipped in
        summary: Nobody looked at this.
        classification: partner
        audience: { communities: [halden-suppliers], groups: [everyone] }
        owner: edi-support@halden.example
        selected: true
        topic: documents
        ---
        Text.

        """;

    private readonly World world = new();

    public async Task InitializeAsync()
    {
        await world.InitializeAsync();
        using var http = new HttpClient { BaseAddress = world.Sandbox.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sandbox-mara-token");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("tests");
        (await http.DeleteAsync("/api/v3/repos/halden/partner-docs/branches/main/protection")).EnsureSuccessStatusCode();
    }

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Refuses_a_pull_request_that_nobody_approved()
    {
        await world.ProposeAsync("unseen", [Put()], approve: false);

        (await RefusalAsync()).ShouldContain("DOC0602");
    }

    [Fact]
    public async Task Refuses_a_commit_that_came_by_no_pull_request()
    {
        var repository = await world.OpenAsync();
        await repository.FetchAsync(CancellationToken.None);
        var main = await repository.ResolveAsync("main", CancellationToken.None);
        var bot = new GitPerson("docs-bot", "docs-bot@halden.example");
        var draft = new CommitDraft(main, [Put()], "Quick fix", bot, DateTimeOffset.UnixEpoch.AddYears(56));
        var commit = await repository.CommitAsync(draft, CancellationToken.None);
        (await repository.PushAsync("main", commit, CancellationToken.None)).Accepted.ShouldBeTrue();

        (await RefusalAsync()).ShouldContain("DOC0601");
    }

    [Fact]
    public async Task Refuses_a_pull_request_with_a_commit_of_somebody_whom_GitHub_does_not_know()
    {
        await world.ProposeAsync("stranger", [Put()], author: new GitPerson("Nobody", "nobody@elsewhere.example"));

        (await RefusalAsync()).ShouldContain("DOC0608");
    }

    [Fact]
    public async Task A_run_that_was_applied_only_in_part_publishes_no_commit_and_the_next_one_goes_on_behind_it()
    {
        await world.ProposeAsync("seen", [Put()]);
        using var control = new HttpClient { BaseAddress = world.Sandbox.Address };
        var fault = new { route = "/v1/communities/*/documents/*/publish", method = "POST", times = 1, status = 409 };
        (await control.PostAsJsonAsync("/_sandbox/faults", fault)).EnsureSuccessStatusCode();

        using var grid = new TradingGridClient(world.Connections.TradingGrid, world.Fresh());
        using var publisher = new Publisher(world.Connections, grid, world.WorkFolder, world.Transport);
        var partial = await publisher.RunAsync(new PublishRequest(), world, CancellationToken.None);
        partial.ExitCode.ShouldBe(ExitCode.PartlyApplied);
        partial.Diagnostics[^1].Code.ShouldBe(Catalogue.Publish.PartlyApplied);
        partial.Diagnostics[^1].Message.ShouldBe("plan was applied only in part: 0 of 1 document");
        partial.Diagnostics[^1].Notes.ShouldBe([$"because of {partial.Diagnostics[0].Code.Id}: {partial.Diagnostics[0].Message}"]);
        (await publisher.PlanAsync(new PublishRequest(), world, CancellationToken.None)).MovesPublishedCommit.ShouldBeTrue();

        (await publisher.RunAsync(new PublishRequest(), world, CancellationToken.None)).ExitCode.ShouldBe(ExitCode.Done);
        (await publisher.PlanAsync(new PublishRequest(), world, CancellationToken.None)).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_that_was_lost_publishes_nothing_twice()
    {
        await world.ProposeAsync("seen", [Put()]);
        using var control = new HttpClient { BaseAddress = world.Sandbox.Address };
        var fault = new { route = "/v1/communities/*/documents/*/publish", method = "POST", times = 1, drop = true, afterEffect = true };
        (await control.PostAsJsonAsync("/_sandbox/faults", fault)).EnsureSuccessStatusCode();

        using var grid = new TradingGridClient(world.Connections.TradingGrid, world.Fresh());
        using var publisher = new Publisher(world.Connections, grid, world.WorkFolder, world.Transport);
        var report = await publisher.RunAsync(new PublishRequest(), world, CancellationToken.None);

        report.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', report.Diagnostics));
        report.Documents.ShouldHaveSingleItem().Revision.ShouldBe(1);
    }

    [Fact]
    public async Task Refuses_to_write_outside_of_the_publish_windows()
    {
        var settings = await File.ReadAllTextAsync(System.IO.Path.Combine(Checkout.Root, "content/pipeline.yml"));
        var day = DateTimeOffset.UtcNow.AddDays(3).DayOfWeek.ToString()[..3].ToLowerInvariant();
        var window = $"\npublish-windows:\n  - days: [{day}]\n    from: \"07:00\"\n    to: \"16:00\"\n    time-zone: Europe/Oslo\n";
        await world.ProposeAsync("window", [TreeChange.Put("content/pipeline.yml", Encoding.UTF8.GetBytes(settings + window))]);

        (await RefusalAsync()).ShouldBe(["DOC0620"]);
    }

    [Fact]
    public async Task Refuses_documents_that_break_a_rule_and_shows_them_as_the_commit_has_them()
    {
        var broken = Document.Replace("faq-article", "faq-artikel", StringComparison.Ordinal);
        await world.ProposeAsync("slipped", [TreeChange.Put(Path, Encoding.UTF8.GetBytes(broken))]);
        using var grid = new TradingGridClient(world.Connections.TradingGrid, world.Fresh());
        using var publisher = new Publisher(world.Connections, grid, world.WorkFolder, world.Transport);

        var refused = await Should.ThrowAsync<PipelineException>(() =>
            publisher.RunAsync(new PublishRequest(), world, CancellationToken.None));

        refused.ExitCode.ShouldBe(ExitCode.Errors);
        refused.Diagnostics.Select(diagnostic => diagnostic.Code).ShouldBe([Catalogue.FrontMatter.KindIsUnknown]);
        refused.TextOf!(Path).ShouldBe(broken);
        world.Transport.Log.Counts.GetValueOrDefault("Trading Grid").Writes.ShouldBe(0);
    }

    private static TreeChange Put() => TreeChange.Put(Path, Encoding.UTF8.GetBytes(Document));

    private async Task<IReadOnlyList<string>> RefusalAsync()
    {
        using var grid = new TradingGridClient(world.Connections.TradingGrid, world.Fresh());
        using var publisher = new Publisher(world.Connections, grid, world.WorkFolder, world.Transport);
        var refused = await Should.ThrowAsync<PipelineException>(() =>
            publisher.RunAsync(new PublishRequest(), world, CancellationToken.None));
        refused.ExitCode.ShouldBe(ExitCode.Refused);
        world.Transport.Log.Counts.GetValueOrDefault("Trading Grid").Writes.ShouldBe(0);
        return [.. refused.Diagnostics.Select(diagnostic => diagnostic.Code.Id)];
    }
}
