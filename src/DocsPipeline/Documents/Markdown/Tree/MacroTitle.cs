using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Markdown.Html;
using DocsPipeline.Documents.Markdown.Regions;

namespace DocsPipeline.Documents.Markdown.Tree;

/// <summary>The line that is the title of an alert, of code or of a macro.</summary>
internal static class MacroTitle
{
    private const string Mark = "data-title";

    /// <summary>A title that says internal is somebody's way to mark what must not be published.</summary>
    public static void Check(HtmlOpenTag line, IReadOnlyList<Node> content, Place place, ICollection<MarkdownFault> faults)
    {
        if (line[Mark] is not null && RegionMarker.SpeaksOfReaders(TextOf(content)))
        {
            faults.Add(new MarkdownFault(Catalogue.Markdown.ContainerIsAmbiguous, place, "a title says that it is internal",
                Help: "write `::: internal` around what is, or give it another title",
                Note: "nothing of this document is published while it is unclear what is internal"));
        }
    }

    private static string TextOf(IEnumerable<Node> nodes) =>
        string.Concat(nodes.Select(node => node is TextNode text ? text.Text : TextOf(node.Children)));
}
