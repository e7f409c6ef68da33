using Build.Narration;
using Build.Story.People;

namespace Build.Story;

/// <summary>
/// The story of the eight flows, told while it happens: pages become documents, people approve them, partners read and answer, and their answers arrive where the
/// writers work. Everybody but the pipeline acts over plain HTTP.
/// </summary>
internal sealed class DemoStory(DemoWorld world, PipelineRuns pipeline, Narrator narrator)
{
    public const string NewGuide = "x12-856-ship-notice-3-1";
    public const string OnlyForAcme = "Your eleven unsigned receipts of that morning";
    public const string AnswersQuestion = " For a consolidated invoice send one credit memo for each order in it.";
    public const string InternalCause = "key store was copied by hand";

    public async Task TellAsync(CancellationToken cancellation)
    {
        narrator.Chapter("1  Writers wrote in Confluence: Export brings their pages into a pull request");
        await ReviewAsync(await pipeline.ExportAsync(cancellation), cancellation);

        narrator.Chapter("2  What was approved and merged goes to the partners");
        await pipeline.PublishAsync(cancellation);

        narrator.Chapter("3  Partners read and answer in their portal");
        await AnswerAsync(cancellation);

        narrator.Chapter("4  Import brings the answers to where the writers work");
        await pipeline.ImportAsync(cancellation);

        narrator.Chapter("5  The service desk resolves the case, Wera completes the review and writes a new guide");
        await ResolveAsync(cancellation);
        await pipeline.ImportAsync(cancellation);
        await CompleteReviewAsync(cancellation);
        await NameCaseAsync(cancellation);
        await WriteNewGuideAsync(cancellation);

        narrator.Chapter("6  The second round: export, approval, publication, and the way back to the page");
        var pull = await pipeline.ExportAsync(cancellation);
        await AnswerQuestionAsync(pull, cancellation);
        await ReviewAsync(pull, cancellation);
        await pipeline.PublishAsync(cancellation);
    }

    private async Task AnswerQuestionAsync(int? pull, CancellationToken cancellation)
    {
        const string Before = "Never send the same invoice number twice.";
        await world.Mara.EditAsync(pull ?? 0, "content/faq/how-do-i-correct-an-invoice.md", Before, Before + AnswersQuestion, "Say what to do with consolidated invoices", cancellation);
        narrator.Report("Mara answered Anna's question in the article, right in the pull request");
    }

    private async Task ReviewAsync(int? pull, CancellationToken cancellation)
    {
        var number = pull ?? throw new InvalidOperationException("Export opened no pull request");
        await world.Mara.ApproveAsync(number, "Read and checked against the pages.", cancellation);
        await world.Jonas.ApproveAsync(number, "The controlled documents are right.", cancellation);
        await world.Mara.MergeAsync(number, cancellation);
        narrator.Report($"Mara and Jonas approved pull request {number}, Mara merged it");
    }

    private async Task AnswerAsync(CancellationToken cancellation)
    {
        await AcknowledgeAsync(world.Anna, "as2-certificate-renewal-2027", cancellation);
        await AcknowledgeAsync(world.Anna, "notice-invoice-validation-from-1-february-2027", cancellation);

        await world.Anna.SendAsync("/portal/documents/faq-how-do-i-correct-an-invoice", "/feedback", new Dictionary<string, string>
        {
            ["helpful"] = "no", ["comment"] = "What about consolidated invoices? Write to anna@acme.example. @mara-lind please see #1",
        }, cancellation);
        narrator.Report("Anna of Acme Tools found the invoice answer not helpful, and says why");

        await world.Anna.SendAsync("/portal/cases/new", "/portal/cases", new Dictionary<string, string>
        {
            ["subject"] = "ASN rejected: MAN segment missing", ["category"] = "transaction-rejected", ["severity"] = "2", ["environment"] = "production",
            ["description"] = "Our 856 for order 4500012345 came back with a 997, AK5*R.\nAK3 names MAN. @mara-lind, Fixes #1: is our map wrong?",
            ["standard"] = "X12", ["set"] = "856", ["version"] = "004010", ["document-number"] = "4500012345", ["interchange"] = "000000451", ["ack"] = "R",
        }, cancellation);
        narrator.Report("Anna raised a case: a ship notice was rejected");

        await world.Anna.SendAsync("/portal/test-results/new?document=supplier-test-instructions", "/portal/test-results", new Dictionary<string, string>
        {
            ["status-0"] = "passed", ["status-4"] = "passed", ["ack-4"] = "A", ["status-5"] = "failed", ["ack-5"] = "R", ["errors-5"] = "AK3*MAN*13*HL*3: MAN is missing", ["evidence-5"] = "ISA13 000000452",
        }, cancellation);
        narrator.Report("Anna recorded a test run: one case failed");

        await world.Bo.SendAsync("/portal/questions/new?document=supplier-test-instructions", "/portal/questions", new Dictionary<string, string>
        {
            ["body"] = "Does DESADV need the test indicator too, or only UNB 0035?",
        }, cancellation);
        narrator.Report("Bo of Borealis Foods asked a question about the test instructions");

        await world.Desk.PostAsync("incidents", new
        {
            title = "AS2 receipts unsigned", severity = 2, startedAt = "2026-11-20T06:00:00Z", detectedAt = "2026-11-20T06:40:00Z", environment = "production",
            affectedTransactions = new[] { "850", "997" },
            impact = new { summary = "Receipts (MDN) for inbound messages were sent without a signature for 70 minutes.", documentsDelayed = 38, documentsLost = 0 },
            partnerImpact = new[] { new { partnerId = "acme", description = $"{OnlyForAcme} have been sent again with a signature." } },
            timeline = new[] { new { at = "2026-11-20T06:40:00Z", @event = "A partner reports unsigned receipts" }, new { at = "2026-11-20T07:10:00Z", @event = "Signing key restored" } },
            correctiveActions = new[] { new { id = "CA-1", action = "Send the unsigned receipts again", owner = "EDI operations", due = "2026-11-21" } },
            preventiveActions = new[] { new { id = "PA-1", action = "Check the signature of our own receipts every five minutes", owner = "EDI platform", due = "2026-12-11" } },
            rootCause = $"The {InternalCause} and lost its private key entry.",
        }, cancellation);
        narrator.Report("The service desk declared an incident");
    }

    private async Task AcknowledgeAsync(PortalVisitor partner, string document, CancellationToken cancellation)
    {
        await partner.SendAsync($"/portal/documents/{document}", "/acknowledge", new Dictionary<string, string>(), cancellation);
        narrator.Report($"{partner.Company} acknowledged {document}");
    }

    private async Task ResolveAsync(CancellationToken cancellation)
    {
        var opened = (await world.Desk.GetAsync("cases", cancellation)).GetProperty("items")[0];
        await world.Desk.PostAsync($"cases/{opened.GetProperty("id").GetString()}/resolve", new
        {
            rootCauseCategory = "partner-data", rootCause = "The partner's map drops MAN when a shipment has one carton.",
            steps = new[] { "Partner corrected the map", "Ship notice sent again under a new ISA13", "997 accepted" }, partnerSummary = "Your map left out MAN for single cartons; the corrected notice was accepted.",
        }, cancellation);
        var incident = (await world.Desk.GetAsync("incidents", cancellation)).GetProperty("items")[0];
        await world.Desk.PostAsync($"incidents/{incident.GetProperty("id").GetString()}/resolve", new
        {
            resolvedAt = "2026-11-20T07:10:00Z",
            rootCause = $"The {InternalCause} and lost its private key entry.",
            correctiveActions = new[] { new { id = "CA-1", action = "Send the unsigned receipts again", owner = "EDI operations", due = "2026-11-21", done = true } },
            preventiveActions = new[] { new { id = "PA-1", action = "Check the signature of our own receipts every five minutes", owner = "EDI platform", due = "2026-12-11" } },
        }, cancellation);
        narrator.Report("The service desk resolved the case and the incident");
    }

    private async Task CompleteReviewAsync(CancellationToken cancellation)
    {
        var page = await world.Wera.ReadAsync(PageOf("incident"), cancellation);
        var body = ConfluenceWriter.WithProperty(page.Body, "classification", "<p>partner</p>");
        body = ConfluenceWriter.WithProperty(body, "status", "<p>final</p>");
        body = ConfluenceWriter.WithProperty(body, "audience", ConfluenceWriter.Yaml("communities: [halden-suppliers]\ngroups: [x12-suppliers, edifact-suppliers]"));
        await world.Wera.SaveAsync(page, body, "Review completed, for suppliers", cancellation);
        narrator.Report("Wera completed the review page that Import had made, and gave it an audience");
    }

    private async Task NameCaseAsync(CancellationToken cancellation)
    {
        var page = await world.Wera.ReadAsync((await world.Wera.PagesAsync(cancellation))["ASN rejected: MAN segment missing"], cancellation);
        var number = pipeline.Imported.First(item => item.Type == "case").Title;
        await world.Wera.SaveAsync(page, ConfluenceWriter.WithProperty(page.Body, "resolves", $"<ul><li><p>{number}</p></li></ul>"), $"Resolves {number}", cancellation);
        narrator.Report($"Wera noted in the article that it resolves case {number}");
    }

    private async Task WriteNewGuideAsync(CancellationToken cancellation)
    {
        var old = await world.Wera.ReadAsync((await world.Wera.PagesAsync(cancellation))["X12 856 ship notice"], cancellation);
        var body = ConfluenceWriter.WithProperty(old.Body, "id", $"<p>{NewGuide}</p>");
        body = ConfluenceWriter.WithProperty(body, "supersedes", "<p>x12-856-ship-notice</p>");
        body = ConfluenceWriter.WithProperty(body, "guide-version", "<p>3.1.0</p>");
        await world.Wera.CreateAsync(old, "X12 856 ship notice, guide 3.1", body, cancellation);
        narrator.Report("Wera wrote guide 3.1 of the ship notice; it supersedes guide 3.0");
    }

    private string PageOf(string type) =>
        pipeline.Imported.Last(item => item.Type == type && item.Page is not null).Page!.Segments.Select(segment => segment.TrimEnd('/')).Last(segment => segment.Length > 3 && segment.All(char.IsAsciiDigit));
}
