using DocsPipeline.Demo.Clients;
using DocsPipeline.Demo.Scenarios;

namespace DocsPipeline.Demo.Checks;

/// <summary>
/// One of the eight flows: which documents belong to it, which things come back by it, and what must be seen in the three systems in the
/// end.
/// </summary>
internal abstract class FlowChecks(int id, string name, string section)
{
    public int Id => id;

    public string Name => name;

    /// <summary>The folder below <c>content/</c>.</summary>
    public string Section => section;

    /// <summary>Types of imported things that belong to the flow whatever document they are about.</summary>
    public virtual IReadOnlyList<string> Imports => [];

    /// <summary>Statements about the systems, read back over their own HTTP.</summary>
    public abstract IAsyncEnumerable<CheckResult> CheckAsync(DemoFixture fixture, ImportedItems imported, CancellationToken cancellation);

    public static IReadOnlyList<FlowChecks> All { get; } =
    [
        new PartnerOnboarding(), new CasesAndKnowledge(), new ControlledDocuments(), new ChangePlans(),
        new FrequentQuestions(), new PostIncidentReviews(), new IntegrationTesting(), new Communications(),
    ];

    protected static async Task<CheckResult> Reads(PortalClient partner, string document, string phrase, CancellationToken cancellation)
    {
        var text = (await partner.ReadDocumentAsync(document, cancellation))?.QuerySelector("main")?.TextContent ?? "";
        return new($"{partner.Company} reads {document}", text.Contains(phrase, StringComparison.Ordinal));
    }

    protected static async Task<CheckResult> CannotFetch(PortalClient partner, string document, CancellationToken cancellation)
    {
        var page = await partner.ReadDocumentAsync(document, cancellation);
        var found = await partner.SearchAsync(document.Replace('-', ' '), cancellation);
        return new($"{partner.Company} cannot fetch {document}, nor find it", page is null && !found.Contains(document));
    }

    protected static async Task<CheckResult> StaysInside(DemoFixture fixture, string phrase, CancellationToken cancellation) =>
        new($"\"{phrase}\" stands in nothing that partners can read", await fixture.NobodyReadsAsync(phrase, cancellation));
}
