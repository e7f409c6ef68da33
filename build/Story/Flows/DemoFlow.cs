using Build.Story.People;

namespace Build.Story.Flows;

/// <summary>One of the eight flows: which documents belong to it, which things come back by it, and what must be seen in the three systems in the end.</summary>
internal abstract class DemoFlow(int id, string name, string section)
{
    public int Id => id;

    public string Name => name;

    /// <summary>The folder below <c>content/</c>.</summary>
    public string Section => section;

    /// <summary>Types of imported things that belong to the flow whatever document they are about.</summary>
    public virtual IReadOnlyList<string> Imports => [];

    /// <summary>Statements about the systems, read back over their own HTTP.</summary>
    public abstract IAsyncEnumerable<FlowCheck> CheckAsync(DemoWorld world, ImportedThings imported, CancellationToken cancellation);

    public static IReadOnlyList<DemoFlow> All { get; } =
    [
        new PartnerOnboarding(), new CasesAndKnowledge(), new ControlledDocuments(), new ChangePlans(),
        new FrequentQuestions(), new PostIncidentReviews(), new IntegrationTesting(), new Communications(),
    ];

    protected static async Task<FlowCheck> Reads(PortalVisitor partner, string document, string phrase, CancellationToken cancellation) => new(
        $"{partner.Company} reads {document}",
        (await partner.ReadDocumentAsync(document, cancellation))?.QuerySelector("main")?.TextContent.Contains(phrase, StringComparison.Ordinal) ?? false);

    protected static async Task<FlowCheck> CannotFetch(PortalVisitor partner, string document, CancellationToken cancellation) => new(
        $"{partner.Company} cannot fetch {document}, nor find it",
        await partner.ReadDocumentAsync(document, cancellation) is null && !(await partner.SearchAsync(document.Replace('-', ' '), cancellation)).Contains(document));

    protected static async Task<FlowCheck> StaysInside(DemoWorld world, string phrase, CancellationToken cancellation) =>
        new($"\"{phrase}\" stands in nothing that partners can read", await world.NobodyReadsAsync(phrase, cancellation));
}
