using DocsPipeline.Demo.Clients;

namespace DocsPipeline.Demo.Scenarios;

/// <summary>What the partners do in their portal: acknowledge, judge, ask, report a test run and raise a case.</summary>
internal sealed class PartnerSteps(DemoFixture fixture, IProgress<string> steps)
{
    public async Task AnswerAsync(CancellationToken cancellation)
    {
        await AcknowledgeAsync(fixture.Anna, "as2-certificate-renewal-2027", cancellation);
        await AcknowledgeAsync(fixture.Anna, "notice-invoice-validation-from-1-february-2027", cancellation);
        await GiveFeedbackAsync(cancellation);
        await RaiseCaseAsync(cancellation);
        await RecordTestRunAsync(cancellation);
        await AskAsync(cancellation);
    }

    private async Task AcknowledgeAsync(PortalClient partner, string document, CancellationToken cancellation)
    {
        await partner.SendAsync($"/portal/documents/{document}", "/acknowledge", new Dictionary<string, string>(), cancellation);
        steps.Report($"{partner.Company} acknowledged {document}");
    }

    private async Task GiveFeedbackAsync(CancellationToken cancellation)
    {
        await fixture.Anna.SendAsync("/portal/documents/faq-how-do-i-correct-an-invoice", "/feedback", new Dictionary<string, string>
        {
            ["helpful"] = "no",
            ["comment"] = "What about consolidated invoices? Write to anna@acme.example. @mara-lind please see #1",
        }, cancellation);
        steps.Report("Anna of Acme Tools found the invoice answer not helpful, and says why");
    }

    private async Task RaiseCaseAsync(CancellationToken cancellation)
    {
        await fixture.Anna.SendAsync("/portal/cases/new", "/portal/cases", new Dictionary<string, string>
        {
            ["subject"] = "ASN rejected: MAN segment missing",
            ["category"] = "transaction-rejected",
            ["severity"] = "2",
            ["environment"] = "production",
            ["description"] =
                "Our 856 for order 4500012345 came back with a 997, AK5*R.\nAK3 names MAN. @mara-lind, Fixes #1: is our map wrong?",
            ["standard"] = "X12",
            ["set"] = "856",
            ["version"] = "004010",
            ["document-number"] = "4500012345",
            ["interchange"] = "000000451",
            ["ack"] = "R",
        }, cancellation);
        steps.Report("Anna raised a case: a ship notice was rejected");
    }

    private async Task RecordTestRunAsync(CancellationToken cancellation)
    {
        const string Form = "/portal/test-results/new?document=supplier-test-instructions";
        await fixture.Anna.SendAsync(Form, "/portal/test-results", new Dictionary<string, string>
        {
            ["status-0"] = "passed",
            ["status-4"] = "passed",
            ["ack-4"] = "A",
            ["status-5"] = "failed",
            ["ack-5"] = "R",
            ["errors-5"] = "AK3*MAN*13*HL*3: MAN is missing",
            ["evidence-5"] = "ISA13 000000452",
        }, cancellation);
        steps.Report("Anna recorded a test run: one case failed");
    }

    private async Task AskAsync(CancellationToken cancellation)
    {
        const string Form = "/portal/questions/new?document=supplier-test-instructions";
        await fixture.Bo.SendAsync(Form, "/portal/questions", new Dictionary<string, string>
        {
            ["body"] = "Does DESADV need the test indicator too, or only UNB 0035?",
        }, cancellation);
        steps.Report("Bo of Borealis Foods asked a question about the test instructions");
    }
}
