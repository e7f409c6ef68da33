using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Markdown.Regions;
using DocsPipeline.Documents.Markdown.Tree;

namespace DocsPipeline.Documents.Markdown;

/// <summary>
/// What one reader gets of a document, built from nothing but the nodes that are for that reader. Two walls: the text is parsed with every
/// other reader's lines blanked, and of the tree only nodes labelled for the reader are taken.
/// </summary>
public sealed class Projection
{
    private Projection(Reader reader, IReadOnlyList<Node> nodes, IReadOnlyList<PartnerFacingField> fields) =>
        (Reader, Nodes, Fields) = (reader, nodes, fields);

    public Reader Reader { get; }

    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>The front matter fields that the reader gets: the kind's partner-facing ones for an audience, none in an
    /// addendum.</summary>
    public IReadOnlyList<PartnerFacingField> Fields { get; }

    public bool IsEmpty => Nodes.Count == 0 && Fields.Count == 0;

    /// <summary>Refuses, by <see cref="PipelineException"/>, a document of which nobody can be sure what is internal.</summary>
    public static Projection Project(Document document, Kind kind, Reader reader) =>
        Project(document, kind, reader, MarkdownReader.Read(document.Body, kind.Publication.For(document)));

    /// <summary>The same where the whole tree is at hand already.</summary>
    public static Projection Project(Document document, Kind kind, Reader reader, DocumentTree tree)
    {
        var rule = kind.Publication.For(document);
        if (rule == PublicationRule.Never)
        {
            return new Projection(reader, [], []);
        }

        Require(document, tree);
        var visible = VisibleSource.For(document.Body, tree, rule, reader);
        var seen = ReferenceEquals(visible, document.Body) ? tree : MarkdownReader.Read(visible, rule);
        Require(document, seen);
        var fields = reader == Reader.Audience ? kind.PartnerFacing.Where(field => document.FrontMatter.Find(field.Name) is not null) : [];
        return new Projection(reader, [.. seen.Nodes.SelectMany(node => Take(node, reader))], [.. fields]);
    }

    /// <summary>The partners to whom something in the document is narrowed, in order, whether or not they are of its audience.</summary>
    public static IReadOnlyList<string> NarrowedTo(DocumentTree tree) =>
        [.. tree.Outline.Regions.SelectMany(region => region.Readers.Partners).Distinct().Order(StringComparer.Ordinal)];

    private static void Require(Document document, DocumentTree tree)
    {
        if (!tree.IsSound)
        {
            throw new PipelineException(ExitCode.Refused, [.. tree.DiagnosticsOf(document).Order(Diagnostic.Order)]);
        }
    }

    // An addendum lifts its blocks out of what surrounds them; everything else keeps its place.
    private static IEnumerable<Node> Take(Node node, Reader reader)
    {
        if (!node.Readers.BelongTo(reader))
        {
            return node.Readers.IsAudience || node is RegionNode ? node.Children.SelectMany(child => Take(child, reader)) : [];
        }

        var children = node.Children.SelectMany(child => Take(child, reader)).ToList();
        return node is RegionNode ? children : [node.With(children)];
    }
}
