using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Markdown.Regions;
using DocsPipeline.Documents.Markdown.Tree;

namespace DocsPipeline.Documents.Markdown;

/// <summary>A body as a closed tree. <see cref="IsSound"/> is false where nobody can be sure what is internal: nothing may be published
/// then.</summary>
public sealed class DocumentTree
{
    private readonly Lazy<TreeOutline> outline;

    internal DocumentTree(IReadOnlyList<Node> nodes, RegionMap regions, IReadOnlyList<MarkdownFault> faults)
    {
        (Nodes, Regions, Faults) = (nodes, regions, faults);
        outline = new Lazy<TreeOutline>(() => TreeOutline.Of(nodes));
    }

    public IReadOnlyList<Node> Nodes { get; }

    public bool IsSound => !Faults.Any(fault => Unsound.Contains(fault.Code));

    /// <summary>Its headings, links, images and blocks.</summary>
    public TreeOutline Outline => outline.Value;

    internal RegionMap Regions { get; }

    internal IReadOnlyList<MarkdownFault> Faults { get; }

    private static DiagnosticCode[] Unsound { get; } =
    [
        Catalogue.Markdown.ContainerIsNotClosed, Catalogue.Markdown.ContainerIsAmbiguous, Catalogue.Markdown.ExceedsLimits,
        Catalogue.Markdown.TakesTooLong,
        Catalogue.Leaks.ContainerImitates,
    ];

    /// <summary>What is wrong with the body, as diagnostics of the document it belongs to.</summary>
    public IEnumerable<Diagnostic> DiagnosticsOf(Document document)
    {
        var lines = new LineIndex(document.Text);
        return Faults.Select(fault => fault.In(document, lines));
    }
}
