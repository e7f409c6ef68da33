using System.Globalization;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Markdown.Html;
using DocsPipeline.Documents.Markdown.Regions;

namespace DocsPipeline.Documents.Markdown.Tree;

/// <summary>The node of an element that was written as HTML: the same that Markdown would have given, where Markdown can say it.</summary>
internal static class RawElement
{
    public static Node Create(HtmlOpenTag opening, string tag, IReadOnlyList<Node> children, Readers readers, Place place) => tag switch
    {
        "a" when opening["href"] is { Length: > 0 } target => new LinkNode(target, children, readers, place),
        "a" => new ElementNode(
            "span", opening["id"] is { Length: > 0 } id ? [KeyValuePair.Create("id", Anchors.Prefix + id)] : [], children, readers, place),
        "img" => new ImageNode(
            opening["src"] ?? "", opening["alt"] ?? "", Pixels(opening["width"]), Pixels(opening["height"]), readers, place),
        "span" when opening["data-status"] is { } colour =>
            new ElementNode("span", [KeyValuePair.Create("class", ClassNames.Status(colour))], children, readers, place),
        "blockquote" when opening["data-alert"] is { } kind && AlertBox.IsKind(kind) =>
            AlertBox.Around(kind, opening["title"] ?? "", children, readers, place),
        ['h', >= '1' and <= '6'] => new HeadingNode(tag[1] - '0', children, readers, place),
        _ => new ElementNode(tag, SourceAttributes.Sort(opening).Kept, children, readers, place),
    };

    /// <summary>
    /// What Confluence keeps in a tag of another name and partners may not see: the name of the macro, node or element; null for ordinary
    /// HTML and for macros that show nothing but what stands in the tag.
    /// </summary>
    public static string? Carries(HtmlOpenTag opening) =>
        opening["data-macro"] is { } macro ? KnownContainers.MacrosToShow.Contains(macro) ? null : macro
        : opening["data-element"] ?? opening["data-adf"];

    internal static int? Pixels(string? value) =>
        int.TryParse(
            (value ?? "").Replace("px", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels)
                && pixels is > 0 and < 10_000
            ? pixels
            : null;
}
