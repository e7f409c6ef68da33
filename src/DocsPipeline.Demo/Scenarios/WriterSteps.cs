using DocsPipeline.Demo.Clients;

namespace DocsPipeline.Demo.Scenarios;

/// <summary>What Wera does in Confluence once partners have answered.</summary>
internal sealed class WriterSteps(DemoFixture fixture, PipelineRuns pipeline, IProgress<string> steps)
{
    private readonly WriterClient wera = fixture.Wera;

    public async Task CompleteReviewAsync(CancellationToken cancellation)
    {
        var page = await wera.ReadAsync(PageOf("incident"), cancellation);
        var audience = PageProperties.Yaml("communities: [halden-suppliers]\ngroups: [x12-suppliers, edifact-suppliers]");
        var body = PageProperties.With(page.Body, "classification", "<p>partner</p>");
        body = PageProperties.With(body, "status", "<p>final</p>");
        body = PageProperties.With(body, "audience", audience);
        await wera.SaveAsync(page, body, "Review completed, for suppliers", cancellation);
        steps.Report("Wera completed the review page that Import had made, and gave it an audience");
    }

    public async Task NameCaseAsync(CancellationToken cancellation)
    {
        var page = await ByTitleAsync("ASN rejected: MAN segment missing", cancellation);
        var number = pipeline.Imported.First(item => item.Type == "case").Title;
        var body = PageProperties.With(page.Body, "resolves", $"<ul><li><p>{number}</p></li></ul>");
        await wera.SaveAsync(page, body, $"Resolves {number}", cancellation);
        steps.Report($"Wera noted in the article that it resolves case {number}");
    }

    public async Task WriteNewGuideAsync(CancellationToken cancellation)
    {
        var old = await ByTitleAsync("X12 856 ship notice", cancellation);
        var body = PageProperties.With(old.Body, "id", $"<p>{DemoScenario.NewGuide}</p>");
        body = PageProperties.With(body, "supersedes", "<p>x12-856-ship-notice</p>");
        body = PageProperties.With(body, "guide-version", "<p>3.1.0</p>");
        await wera.CreateAsync(old, "X12 856 ship notice, guide 3.1", body, cancellation);
        steps.Report("Wera wrote guide 3.1 of the ship notice; it supersedes guide 3.0");
    }

    private async Task<WrittenPage> ByTitleAsync(string title, CancellationToken cancellation) =>
        await wera.ReadAsync((await wera.PagesAsync(cancellation))[title], cancellation);

    private string PageOf(string type) =>
        ImportedItems.PageId(pipeline.Imported.Last(item => item.Type == type && item.Page is not null).Page!)
            ?? throw new InvalidOperationException($"Import made no page of the {type}");
}
