using DocsPipeline.Demo.Clients;
using DocsPipeline.Demo.Events;

namespace DocsPipeline.Demo.Scenarios;

/// <summary>
/// What happens to the eight flows, in order: pages become documents, people approve them, partners read and answer, and their answers
/// arrive where the writers work. Everybody but the pipeline acts over plain HTTP.
/// </summary>
internal sealed class DemoScenario(DemoFixture fixture, PipelineRuns pipeline, IProgress<DemoEvent> events)
{
    public const string NewGuide = "x12-856-ship-notice-3-1";
    public const string OnlyForAcme = "Your eleven unsigned receipts of that morning";
    public const string AnswersQuestion = " For a consolidated invoice send one credit memo for each order in it.";
    public const string InternalCause = "key store was copied by hand";

    private readonly StepEvents steps = new(events);

    public async Task PlayAsync(CancellationToken cancellation)
    {
        var writer = new WriterSteps(fixture, pipeline, steps);
        var desk = new ServiceDeskSteps(fixture.Desk, steps);

        Begin("1  Writers wrote in Confluence: Export brings their pages into a pull request");
        await ReviewAsync(await pipeline.ExportAsync(cancellation), cancellation);

        Begin("2  What was approved and merged goes to the partners");
        await pipeline.PublishAsync(cancellation);

        Begin("3  Partners read and answer in their portal");
        await new PartnerSteps(fixture, steps).AnswerAsync(cancellation);
        await desk.DeclareIncidentAsync(cancellation);

        Begin("4  Import brings the answers to where the writers work");
        await pipeline.ImportAsync(cancellation);

        Begin("5  The service desk resolves the case, Wera completes the review and writes a new guide");
        await desk.ResolveAsync(cancellation);
        await pipeline.ImportAsync(cancellation);
        await writer.CompleteReviewAsync(cancellation);
        await writer.NameCaseAsync(cancellation);
        await writer.WriteNewGuideAsync(cancellation);

        Begin("6  The second round: export, approval, publication, and the way back to the page");
        var pull = await pipeline.ExportAsync(cancellation);
        await AnswerQuestionAsync(pull, cancellation);
        await ReviewAsync(pull, cancellation);
        await pipeline.PublishAsync(cancellation);
    }

    private async Task AnswerQuestionAsync(int? pull, CancellationToken cancellation)
    {
        const string Before = "Never send the same invoice number twice.";
        var edit = new FileEdit("content/faq/how-do-i-correct-an-invoice.md", Before, Before + AnswersQuestion);
        await fixture.Mara.EditAsync(Number(pull), edit, "Say what to do with consolidated invoices", cancellation);
        steps.Report("Mara answered Anna's question in the article, right in the pull request");
    }

    private async Task ReviewAsync(int? pull, CancellationToken cancellation)
    {
        var number = Number(pull);
        await fixture.Mara.ApproveAsync(number, "Read and checked against the pages.", cancellation);
        await fixture.Jonas.ApproveAsync(number, "The controlled documents are right.", cancellation);
        await fixture.Mara.MergeAsync(number, cancellation);
        steps.Report($"Mara and Jonas approved pull request {number}, Mara merged it");
    }

    private void Begin(string chapter) => events.Report(new DemoEvent.ChapterBegins(chapter));

    private static int Number(int? pull) => pull ?? throw new InvalidOperationException("Export opened no pull request");
}
