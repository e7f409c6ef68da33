using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>Which elements stand in a line of text, which stand alone, and which may do either.</summary>
internal static class ElementPlacement
{
    private const string Card = "data-card-appearance";

    public static bool IsInline(Element element) =>
        element is (>= Element.Span and <= Element.Time) or (>= Element.Strong and <= Element.Font) or Element.Br
            or Element.Link or Element.LinkBody or Element.PlainTextLinkBody
            or Element.Emoticon or Element.InlineCommentMarker or Element.Placeholder;

    /// <summary>Whether an element stands alone whatever it holds.</summary>
    public static bool IsAlwaysBlock(Element element) =>
        element is > Element.Other and < Element.Page and not (Element.Image or Element.StructuredMacro or Element.Macro or Element.AdfMark)
        && !IsInline(element);

    public static Placement PlacementOf(StorageTree tree, int node)
    {
        switch (tree[node].Kind)
        {
            case NodeKind.Text:
                return tree.IsBlank(node) ? Placement.Nowhere : Placement.Inline;
            case NodeKind.CData:
                return tree.Inner(node).IsWhiteSpaceOnly() ? Placement.Nowhere : Placement.Inline;
            case NodeKind.Comment or NodeKind.Instruction:
                return Placement.Either;
        }

        var element = tree.ElementOf(node);
        return element switch
        {
            Element.Image => Placement.Either,
            Element.StructuredMacro or Element.Macro => MacroPlacement.Of(tree, node),
            Element.A when tree.RawAttribute(node, Card) is "block" or "embed" => Placement.Block,
            // A wrapper is as inline as what it wraps.
            Element.InlineCommentMarker or Element.Span or Element.A when HoldsBlock(tree, node) => Placement.Block,
            Element.Other => HoldsBlock(tree, node) ? Placement.Block : Placement.Either,
            >= Element.Page or Element.AdfMark => Placement.Inline,
            _ => IsInline(element) ? Placement.Inline : Placement.Block,
        };
    }

    /// <summary>Whether a stretch of storage is a smart link that stands alone, and nothing else: Cloud puts it in no paragraph.</summary>
    public static bool IsCard(ReadOnlySpan<char> storage)
    {
        if (!storage.StartsWith("<a ") || !storage.EndsWith("</a>"))
        {
            return false;
        }

        var tag = storage[..(storage.IndexOf('>') + 1)];
        return storage[1..].IndexOf("<a ") < 0 && (tag.Contains($" {Card}=\"block\"", StringComparison.Ordinal)
            || tag.Contains($" {Card}=\"embed\"", StringComparison.Ordinal));
    }

    /// <summary>
    /// Whether anything below a node can only stand alone. Found once for each node: asked anew on each level, it would double with each.
    /// </summary>
    public static bool HoldsBlock(StorageTree tree, int node)
    {
        if (tree[node].HoldsBlock is not { } holds)
        {
            holds = FindBlock(tree, node);
            tree[node].HoldsBlock = holds;
        }

        return holds;
    }

    private static bool FindBlock(StorageTree tree, int node)
    {
        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            var placement = PlacementOf(tree, child);
            if (placement == Placement.Block
                || (tree.ElementOf(child) is not (Element.StructuredMacro or Element.Macro or Element.Image) && HoldsBlock(tree, child)))
            {
                return true;
            }
        }

        return false;
    }
}
