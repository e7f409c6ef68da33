using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Markdown.Regions;
using DocsPipeline.Documents.Markdown.Tree;

namespace DocsPipeline.Documents.Markdown;

/// <summary>A body as a closed tree. <see cref="IsSound"/> is false where nobody can be sure what is internal: nothing may be published then.</summary>
public sealed class DocumentTree
{
    internal DocumentTree(IReadOnlyList<Node> nodes, RegionMap regions, IReadOnlyList<MarkdownFault> faults) =>
        (Nodes, Regions, Faults) = (nodes, regions, faults);

    public IReadOnlyList<Node> Nodes { get; }

    public bool IsSound => !Faults.Any(fault => Unsound.Contains(fault.Code));

    public IEnumerable<Node> All => Nodes.SelectMany(node => node.All());

    internal RegionMap Regions { get; }

    internal IReadOnlyList<MarkdownFault> Faults { get; }

    private static DiagnosticCode[] Unsound { get; } =
    [
        Catalogue.Markdown.ContainerIsNotClosed, Catalogue.Markdown.ContainerIsAmbiguous, Catalogue.Markdown.ExceedsLimits, Catalogue.Markdown.TakesTooLong,
        Catalogue.Leaks.ContainerImitates,
    ];

    /// <summary>What is wrong with the body, as diagnostics of the document it belongs to.</summary>
    public IEnumerable<Diagnostic> DiagnosticsOf(Document document) => Faults.Select(fault => fault.In(document));
}
