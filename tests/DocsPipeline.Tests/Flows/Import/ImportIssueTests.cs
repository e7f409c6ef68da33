using System.Net.Http.Json;
using DocsPipeline.Flows.Import;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Tests.Systems.Http;
using DocsPipeline.Tests.Systems.TradingGrid;

namespace DocsPipeline.Tests.Flows.Import;

public sealed class ImportIssueTests(ImportFixture fixture) : IClassFixture<ImportFixture>
{
    private const string Community = ImportFixture.Community;

    private readonly MemoryGrid grid = new();

    [Fact]
    public async Task Says_what_the_partner_said_under_the_labels_of_the_schema()
    {
        var item = grid.Receive(Community, "case.created", Sent.OpenCase("case_labels", "TG-000200"));

        await fixture.RunAsync(grid);

        var issue = (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem();
        issue.Title.ShouldBe("Case TG-000200: ASN 856 rejected (Acme Tools)");
        issue.Labels.ShouldBe(["partner-case", "severity-2"], ignoreOrder: true);
        issue.IsOpen.ShouldBeTrue();
        issue.Body.ShouldContain("**Acme Tools** raised case TG-000200 in the community.");
        issue.Body.ShouldContain("| Answer due | 2026-11-24T09:15:00Z |");
    }

    [Fact]
    public async Task Is_closed_when_the_case_is_resolved_and_opened_again_with_it()
    {
        var found = Sent.OpenCase("case_closed", "TG-000201");
        var item = grid.Receive(Community, "case.created", found);
        await fixture.RunAsync(grid);

        grid.Receive(Community, "case.resolved", found with { Status = "resolved", Resolution = Sent.Case().Resolution, Version = 9 });
        var resolved = (await fixture.RunAsync(grid)).Items.ShouldHaveSingleItem();

        resolved.Status.ShouldBe(ImportStatus.Updated);
        var closed = (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem();
        (closed.IsOpen, closed.StateReason).ShouldBe((false, "completed"));
        closed.Body.ShouldContain("MAN was dropped");

        grid.Receive(Community, "case.reopened", found with { Status = "reopened", Version = 19 });
        await fixture.RunAsync(grid);

        var reopened = (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem();
        (reopened.Number, reopened.IsOpen).ShouldBe((closed.Number, true));
    }

    [Fact]
    public async Task Is_closed_at_once_where_all_is_over_already()
    {
        var item = grid.Receive(Community, "incident.declared", Sent.Incident() with { Id = "inc_over", Number = "INC-000200" });

        await fixture.RunAsync(grid);

        (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem().IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Is_not_written_again_where_it_would_say_the_same()
    {
        var found = Sent.OpenCase("case_same", "TG-000202");
        var item = grid.Receive(Community, "case.created", found);
        await fixture.RunAsync(grid);
        var before = (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem();

        grid.Receive(Community, "case.attachment_added", found with { Attachments = [], Version = 9 });
        (await fixture.RunAsync(grid)).Items.ShouldHaveSingleItem().Issue.ShouldBe(before.Url);

        (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem().ShouldBeEquivalentTo(before);
    }

    [Fact]
    public async Task Is_found_by_its_marker_after_the_answer_was_lost()
    {
        var item = grid.Receive(Community, "case.created", Sent.OpenCase("case_lost", "TG-000203"));
        using var network = new LossyNetwork();
        network.Loses = IsNewIssue;

        var report = await fixture.RunAsync(grid, network);

        var issue = (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem();
        report.Items.ShouldHaveSingleItem().Issue.ShouldBe(issue.Url);
    }

    [Fact]
    public async Task Is_waited_for_where_the_listing_lags_behind()
    {
        var item = grid.Receive(Community, "case.created", Sent.OpenCase("case_lag", "TG-000204"));
        using var network = new LossyNetwork();
        network.Loses = IsNewIssue;
        await LagAsync(1);
        try
        {
            (await fixture.RunAsync(grid, network)).Items.ShouldHaveSingleItem().Status.ShouldBe(ImportStatus.Imported);
        }
        finally
        {
            await LagAsync(0);
        }

        (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task That_was_never_made_is_made_by_the_next_run()
    {
        var item = grid.Receive(Community, "case.created", Sent.OpenCase("case_never", "TG-000205"));
        using var network = new LossyNetwork();
        network.Replaces = request => IsNewIssue(request) ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut") : null;

        var failed = (await fixture.RunAsync(grid, network)).Items.ShouldHaveSingleItem();

        (failed.Status, failed.Diagnostics[0].Code.Id).ShouldBe((ImportStatus.Failed, "DOC0907"));
        (await fixture.IssuesOfAsync(item)).ShouldBeEmpty();
        (await fixture.RunAsync(grid)).Items.ShouldHaveSingleItem().Status.ShouldBe(ImportStatus.Imported);
        (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Is_not_taken_for_that_of_another_with_a_longer_id_or_a_marker_in_its_text()
    {
        foreach (var text in new[] { Marker("case/case_key-10"), $"{Marker("case/case_key-1")}\n\nText\n" })
        {
            await fixture.GitHub.CreateIssueAsync(new NewIssue("Another", text, []), default);
        }

        var item = grid.Receive(Community, "case.created", Sent.OpenCase("case_key-1", "TG-000206"));
        using var network = new LossyNetwork();
        network.Replaces = request => IsNewIssue(request) ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut") : null;
        await fixture.RunAsync(grid, network);

        await fixture.RunAsync(grid);

        (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem().Title.ShouldBe("Case TG-000206: ASN 856 rejected (Acme Tools)");
    }

    [Fact]
    public async Task Cannot_be_forged_by_what_a_partner_writes()
    {
        var forged = Marker("case/case_victim");
        var forger = Sent.OpenCase("case_forger", "TG-000207") with { Description = forged, TransactionRef = null };
        grid.Receive(Community, "case.created", forger);
        await fixture.RunAsync(grid);
        var item = grid.Receive(Community, "case.created", Sent.OpenCase("case_victim", "TG-000208"));

        await fixture.RunAsync(grid);

        (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem().Title.ShouldStartWith("Case TG-000208");
    }

    private static string Marker(string item) => $"<!-- docs-pipeline import [{item}] -->";

    private static bool IsNewIssue(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith("/issues", StringComparison.Ordinal);

    private async Task LagAsync(int seconds) =>
        (await fixture.Control.PostAsJsonAsync("/_sandbox/github", new { listLagSeconds = seconds })).EnsureSuccessStatusCode();
}
