using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// The exact shapes in which a footnote stands in a page. Anything else that is raised, or links to such an anchor, is no footnote.
/// </summary>
internal static class FootnoteShapes
{
    /// <summary>The note that <c>sup</c> (anchor, link with a number) names, or null.</summary>
    public static string? Named(StorageTree tree, int sup)
    {
        var anchor = tree[sup].FirstChild;
        var link = tree[sup].LastChild;
        return tree.ElementOf(sup) == Element.Sup && VolatileAttributes.AreAll(tree, sup) && anchor != 0 && tree[anchor].Next == link
            && Linked(tree, link, FootnoteAnchors.Definition, out var text) is { } name && text.Length > 0 && text.All(char.IsAsciiDigit)
            && Anchored(tree, anchor, FootnoteAnchors.Reference) == name
                ? name
                : null;
    }

    /// <summary>
    /// The note that an item of a list is: it begins with the note's anchor and ends with a link back. Null for any other.
    /// </summary>
    public static string? Written(StorageTree tree, int item) =>
        tree.ElementOf(item) == Element.Li && VolatileAttributes.AreAll(tree, item)
        && AnchorOf(tree, item) is var anchor and not 0 && BackOf(tree, item) is var back and not 0
        && Anchored(tree, anchor, FootnoteAnchors.Definition) is { } name
        && Linked(tree, back, FootnoteAnchors.Reference, out var text) == name && text == FootnoteAnchors.Back
            ? name
            : null;

    /// <summary>What an item's first paragraph begins with, or 0.</summary>
    public static int AnchorOf(StorageTree tree, int item) => Paragraph(tree, tree[item].FirstChild) is var first and not 0
        ? tree[first].FirstChild
        : 0;

    /// <summary>What an item's last paragraph ends with, or 0.</summary>
    public static int BackOf(StorageTree tree, int item) => Paragraph(tree, tree[item].LastChild) is var last and not 0
        ? tree[last].LastChild
        : 0;

    /// <summary>The number that a reference shows: the one text of its link.</summary>
    public static int NumberOf(StorageTree tree, int sup) => tree[tree[tree[sup].LastChild].FirstChild].FirstChild;

    private static int Paragraph(StorageTree tree, int node) =>
        tree.ElementOf(node) == Element.P && VolatileAttributes.AreAll(tree, node) && !ElementPlacement.HoldsBlock(tree, node) ? node : 0;

    private static string? Anchored(StorageTree tree, int macro, string prefix)
    {
        if (tree.ElementOf(macro) != Element.StructuredMacro || tree.RawAttribute(macro, "ac:name") is not "anchor")
        {
            return null;
        }

        var only = tree[macro].FirstChild;
        return only == tree[macro].LastChild && tree.ElementOf(only) == Element.Parameter && tree.RawAttribute(only, "ac:name").IsEmpty
            && tree[only].FirstChild is var text and not 0 && tree[text].Kind == NodeKind.Text
                ? FootnoteAnchors.NameIn(tree.Text(text), prefix)
                : null;
    }

    /// <summary>The note that a link within the page leads to by nothing but an anchor, and what the link shows.</summary>
    private static string? Linked(StorageTree tree, int link, string prefix, out string text)
    {
        text = "";
        var body = tree[link].FirstChild;
        if (tree.ElementOf(link) != Element.Link || body == 0 || body != tree[link].LastChild
            || tree.ElementOf(body) is not (Element.LinkBody or Element.PlainTextLinkBody) || tree[body].FirstChild == 0
            || tree[body].FirstChild != tree[body].LastChild || tree[tree[body].FirstChild].Kind == NodeKind.Element)
        {
            return null;
        }

        foreach (var attribute in tree.Attributes(link))
        {
            if (attribute.Name is not "ac:anchor" && !VolatileAttributes.Contains(attribute.Name))
            {
                return null;
            }
        }

        text = tree.Text(body);
        return FootnoteAnchors.NameIn(tree.Attribute(link, "ac:anchor"), prefix);
    }
}
