namespace DocsPipeline.Tests.Sandbox.TradingGrid.Portal;

/// <summary>What is another company's answers exactly as what does not exist.</summary>
public sealed class IsolationTests : IAsyncLifetime
{
    private const string Secret = "Glacierberry";

    private readonly GridWorld world = new();
    private PartnerBrowser anna = null!;
    private PartnerBrowser bo = null!;
    private string sha256 = "";
    private string caseNumber = "";

    public async Task InitializeAsync()
    {
        await world.InitializeAsync();
        anna = await world.AnnaAsync();
        bo = await world.BoAsync();
        sha256 = await world.UploadCleanAsync($"{Secret} in a file");
        await world.PublishAsync("for-bo", GridWorld.Draft($"{Secret} agreement", $"<p>{Secret}</p>", [
            ("audience", new { partners = new[] { "borealis" } }), ("attachments", new[] { new { sha256, fileName = "file.txt" } }),
            ("acknowledgementRequired", true),
            ("kind", "partner-agreement"), ("testPlan", new { planId = "p", testCases = new[] { new { id = "TC-1", title = "t" } } })]));
        await bo.UploadAsync("/portal/cases/new", "/portal/cases", "file.txt", $"{Secret} in a case", CaseFields(Secret));
        caseNumber = (await world.Desk.AllAsync("/cases")).Single().GetProperty("number").GetString()!;
        await world.WaitAsync(2);
    }

    public async Task DisposeAsync()
    {
        anna.Dispose();
        bo.Dispose();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Pages_and_files_of_another_company_are_as_if_they_were_not()
    {
        var caseFile = GridWorld.Sha256($"{Secret} in a case");
        await SendResultAsync(bo, "for-bo");
        var run = (await world.Desk.AllAsync("/test-runs")).Single().GetProperty("number").GetString();
        foreach (var (real, invented) in new[]
        {
            ("/portal/documents/for-bo", "/portal/documents/for-co"),
            ($"/portal/documents/for-bo/files/{sha256}/file.txt", $"/portal/documents/for-co/files/{sha256}/file.txt"),
            ($"/portal/cases/{caseNumber}", "/portal/cases/TG-0"),
            ($"/portal/cases/{caseNumber}/files/{caseFile}/file.txt", $"/portal/cases/TG-0/files/{caseFile}/file.txt"),
            ($"/portal/test-results/{run}", "/portal/test-results/RUN-0"),
            ("/portal/test-results/new?document=for-bo", "/portal/test-results/new?document=for-co"),
            ("/portal/questions/new?document=for-bo", "/portal/questions/new?document=for-co"),
        })
        {
            (await bo.GetAsync(real)).Status.ShouldBe(200, real);
            var (hidden, missing) = (await anna.GetAsync(real), await anna.GetAsync(invented));
            hidden.Status.ShouldBe(missing.Status);
            hidden.Body.ShouldBe(missing.Body);
            Names(hidden).ShouldBe(Names(missing));
            hidden.Body.ShouldNotContain(Secret);
        }

        static IEnumerable<string> Names(PortalReply reply) =>
            reply.Headers.Concat(reply.ContentHeaders).Select(header => header.Key).Order();
    }

    [Fact]
    public async Task Forms_on_what_belongs_to_another_company_are_as_if_it_was_not()
    {
        var before = await world.Desk.EventTypesAsync();
        foreach (var (real, invented) in new[]
        {
            ("/portal/documents/for-bo/acknowledge", "/portal/documents/for-co/acknowledge"),
            ("/portal/documents/for-bo/feedback", "/portal/documents/for-co/feedback"),
            ($"/portal/cases/{caseNumber}/comments", "/portal/cases/TG-0/comments"),
        })
        {
            var hidden = await anna.SendAsync("/portal/questions/new", real, ("revision", "1"), ("helpful", "no"), ("body", "let me in"));
            var missing = await anna.SendAsync(
                "/portal/questions/new", invented, ("revision", "1"), ("helpful", "no"), ("body", "let me in"));
            (hidden.Status, hidden.Body).ShouldBe((404, missing.Body));
        }

        (await SendResultAsync(anna, "for-bo")).Status.ShouldBe(404);
        (await world.Desk.EventTypesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Lists_searches_and_counts_know_nothing_of_others()
    {
        foreach (var path in new[]
        {
            "/portal/",
            "/portal/documents",
            "/portal/cases",
            "/portal/questions",
            "/portal/test-results",
            "/portal/test-results/new",
        })
        {
            (await anna.GetAsync(path)).Body.ShouldNotContain(Secret, Shouldly.Case.Sensitive, path);
        }

        var searched = (await anna.GetAsync($"/portal/documents?q={Secret}")).Body;
        searched.ShouldContain("No documents");
        (await bo.GetAsync($"/portal/documents?q={Secret}")).Body.ShouldContain("1 document ");
        (await anna.GetAsync("/portal/documents"))
            .Body.ShouldNotContain("Partner agreement", Shouldly.Case.Sensitive, "kinds in the filter are those of readable documents");
    }

    [Fact]
    public async Task A_question_about_a_hidden_document_does_not_mention_it()
    {
        await anna.SendAsync("/portal/questions/new", "/portal/questions", ("body", "What is this?"), ("document", "for-bo"));

        (await world.Pipeline.AllAsync("/questions"))
            .Single()
            .GetProperty("document").ValueKind
            .ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_file_is_only_had_through_a_document_that_carries_it()
    {
        await world.PublishForAsync("acme", "for-anna");

        (await anna.GetAsync($"/portal/documents/for-anna/files/{sha256}/file.txt")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Links_to_hidden_documents_and_linked_help_are_not_shown()
    {
        await world.PublishForAsync(
            "acme", "for-anna", "For Anna", """<p><a href="document:for-bo">there</a> <a href="document:for-anna">here</a></p>""");
        var number = await anna.RaiseCaseAsync("My own");
        var id = (await world.Desk.AllAsync("/cases?partner=acme")).Single().GetProperty("id").GetString();
        (await world.Pipeline.PutAsync($"/cases/{id}/documents/for-bo", null)).Is(200);

        var page = (await anna.GetAsync("/portal/documents/for-anna")).Body;
        page.ShouldContain("<a>there</a>");
        page.ShouldContain("""<a href="/portal/documents/for-anna">here</a>""");
        (await anna.GetAsync($"/portal/cases/{number}")).Body.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Without_a_session_every_page_leads_to_the_sign_in()
    {
        using var stranger = new PartnerBrowser(world.Address);
        foreach (var path in new[]
        {
            "/portal/",
            "/portal/documents/for-bo",
            "/portal/documents/for-co",
            $"/portal/cases/{caseNumber}",
            "/portal/nowhere",
        })
        {
            var answer = await stranger.GetAsync(path);
            answer.Status.ShouldBe(303);
            answer.Location.ShouldBe($"/portal/sign-in?return={Uri.EscapeDataString(path)}");
        }
    }

    private static (string, string)[] CaseFields(string subject) =>
        [("subject", subject), ("category", "other"), ("severity", "2"), ("environment", "test"), ("description", Secret)];

    private static Task<PortalReply> SendResultAsync(PartnerBrowser browser, string document) => browser.SendAsync(
        "/portal/questions/new", "/portal/test-results", ("document", document), ("status-0", "passed"), ("ack-0", "A"), ("errors-0", ""),
        ("evidence-0", ""), ("comment", ""));
}
