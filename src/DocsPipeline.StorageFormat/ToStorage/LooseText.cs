using System.Buffers;
using System.Text;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// Tags that people write leave text beside blocks and put marks around blocks. A page has text in paragraphs, and marks in text.
/// </summary>
internal static class LooseText
{
    private const string Paragraph = "<p>";

    private static readonly SearchValues<string> Blocks = SearchValues.Create(
        ["<p", "<h", "<ul", "<ol", "<table", "<blockquote", "<div", "<dl", "<center", "<address",
            "<ac:structured-macro", "<ac:task-list", "<ac:layout", "<ac:adf-extension"], StringComparison.Ordinal);

    /// <summary>
    /// Whether a block of HTML may leave text in no paragraph: text or an inline tag that stands in no element which takes it, or a macro
    /// that is one. Pictures, their captions and the borders of what is folded leave none.
    /// </summary>
    public static bool MayStandIn(ReadOnlySpan<char> html)
    {
        // How many of the elements are open that take text.
        var takers = 0;
        while (!html.IsEmpty)
        {
            var length = html[0] == '<' ? html.IndexOf('>') + 1 : html.IndexOf('<');
            var part = length <= 0 ? html : html[..length];
            var isMarkup = part[0] == '<' && length > 0;
            var closes = isMarkup && part[1] == '/';
            var name = isMarkup ? part[(closes ? 2 : 1)..] : default;
            name = name[..NameCharacters.Length(name)];
            if (isMarkup && TakesText(name))
            {
                takers = closes ? Math.Max(0, takers - 1) : takers + 1;
            }
            else if (takers == 0 && (isMarkup ? !closes && IsText(part, ElementNames.Of(name)) : !part.IsWhiteSpace()))
            {
                return true;
            }

            html = html[part.Length..];
        }

        return false;
    }

    private static bool TakesText(ReadOnlySpan<char> tag) => tag is "figcaption" or "summary" or "caption"
        || ElementNames.Of(tag) is Element.P or (>= Element.H1 and <= Element.H6) or Element.Td or Element.Th or Element.Dt or Element.Dd
            or Element.Pre;

    private static bool IsText(ReadOnlySpan<char> tag, Element element)
    {
        if (tag.StartsWith("<!--"))
        {
            return DirectiveTag.Parse(tag) is { } directive && (directive.Name == DirectiveTag.StoragePrefix + "xml"
                || (directive.Name.StartsWith(DirectiveTag.MacroPrefix, StringComparison.Ordinal)
                    && MacroPlacement.IsInlineAlways(directive.Name.AsSpan(DirectiveTag.MacroPrefix.Length))));
        }

        return !(ElementPlacement.IsAlwaysBlock(element)
            || tag.StartsWith("<img") || tag.StartsWith("<figure") || tag.StartsWith("<details"));
    }

    /// <summary>Puts paragraphs around what stands in none.</summary>
    public static string InParagraphs(string storage)
    {
        if (StorageScanner.Scan(storage, out _) is not { } tree)
        {
            return storage;
        }

        var text = new StringBuilder(storage.Length);
        Children(tree, 0, text, Paragraph, "</p>", static element => element is Element.RichTextBody or Element.LayoutCell
            or Element.Blockquote or Element.Li or Element.StructuredMacro or Element.Ul or Element.Ol or Element.Layout
            or Element.LayoutSection);
        tree.Release();
        return text.ToString();
    }

    /// <summary>Puts a mark around every text within blocks; null where no block stands in it.</summary>
    public static string? Marked(string name, string attributes, string body)
    {
        if (!MayHoldBlock(body) || StorageScanner.Scan(body, out _) is not { } tree)
        {
            return null;
        }

        var text = new StringBuilder(body.Length);
        if (ElementPlacement.HoldsBlock(tree, 0))
        {
            Children(tree, 0, text, $"<{name}{attributes}>", $"</{name}>", static element => element is not Element.StructuredMacro);
        }

        tree.Release();
        return text.Length == 0 ? null : text.ToString();
    }

    public static bool MayHoldBlock(ReadOnlySpan<char> body) => body.ContainsAny(Blocks);

    /// <summary>Writes what stands in an element, each run of text in it between two tags; in blocks that are open the same.</summary>
    private static void Children(StorageTree tree, int parent, StringBuilder text, string start, string end, Predicate<Element> isOpen)
    {
        for (var child = tree[parent].FirstChild; child != 0;)
        {
            var placement = ElementPlacement.PlacementOf(tree, child);
            if (placement is Placement.Block or Placement.Nowhere)
            {
                Block(tree, child, text, start, end, isOpen);
                child = tree[child].Next;
                continue;
            }

            var (last, isText) = (child, false);
            for (var next = child; next != 0; next = tree[next].Next)
            {
                placement = ElementPlacement.PlacementOf(tree, next);
                if (placement == Placement.Block)
                {
                    break;
                }

                isText |= placement == Placement.Inline && TakesText(tree.ElementOf(parent));
                last = placement == Placement.Nowhere ? last : next;
            }

            var run = tree.Source.AsSpan(tree[child].Start, tree[last].End - tree[child].Start);
            text.Append(isText ? start : "").Append(isText && start == Paragraph ? run.Trim(" \t\n") : run).Append(isText ? end : "");
            child = tree[last].Next;
        }
    }

    private static bool TakesText(Element element) => element is not (Element.Ul or Element.Ol or Element.StructuredMacro
        or Element.Layout or Element.LayoutSection or (>= Element.Table and <= Element.Tfoot) or Element.Tr or Element.Dl);

    private static void Block(StorageTree tree, int node, StringBuilder text, string start, string end, Predicate<Element> isOpen)
    {
        if (tree[node].FirstChild == 0 || !isOpen(tree.ElementOf(node)))
        {
            text.Append(tree.Outer(node));
            return;
        }

        text.Append(tree.Source, tree[node].Start, tree[node].InnerStart - tree[node].Start);
        Children(tree, node, text, start, end, isOpen);
        text.Append(tree.Source, tree[node].InnerEnd, tree[node].End - tree[node].InnerEnd);
    }
}
