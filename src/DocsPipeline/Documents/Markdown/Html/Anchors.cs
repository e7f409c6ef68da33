using System.Globalization;
using System.Text;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Markdown.Tree;

namespace DocsPipeline.Documents.Markdown.Html;

/// <summary>
/// Anchors of headings as GitHub makes them, so that <c>#first-order</c> works in the repository and in the community. In HTML they carry a
/// prefix: an id such as <c>forms</c> must not take the place of something in the portal's own page.
/// </summary>
public static class Anchors
{
    public const string Prefix = "section-";

    /// <summary>The anchor of each heading below the nodes, in order; equal ones are numbered.</summary>
    public static IReadOnlyDictionary<HeadingNode, string> Of(IEnumerable<Node> nodes)
    {
        var anchors = new Dictionary<HeadingNode, string>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var heading in nodes.SelectMany(node => node.All()).OfType<HeadingNode>())
        {
            var slug = Slug(Text(heading));
            var anchor = slug;
            for (var number = 1; !taken.Add(anchor); number++)
            {
                anchor = $"{slug}-{number}";
            }

            anchors[heading] = anchor;
        }

        return anchors;
    }

    /// <summary>Everything a link can point at below the nodes: headings, and places that were named by hand.</summary>
    public static HashSet<string> Names(IReadOnlyCollection<Node> nodes, IReadOnlyDictionary<HeadingNode, string> headings) =>
    [
        .. headings.Values,
        .. nodes.SelectMany(node => node.All()).OfType<ElementNode>()
            .SelectMany(element => element.Attributes).Where(attribute => attribute.Key == "id").Select(attribute => attribute.Value[Prefix.Length..]),
    ];

    /// <summary>The same with who may know each; of equal ones the first.</summary>
    public static IReadOnlyDictionary<string, Readers> Labelled(IReadOnlyCollection<Node> nodes)
    {
        var labels = Of(nodes).ToDictionary(pair => pair.Value, pair => pair.Key.Readers, StringComparer.Ordinal);
        foreach (var element in nodes.SelectMany(node => node.All()).OfType<ElementNode>())
        {
            foreach (var id in element.Attributes.Where(attribute => attribute.Key == "id"))
            {
                labels.TryAdd(id.Value[Prefix.Length..], element.Readers);
            }
        }

        return labels;
    }

    /// <summary>What a node says, without markup.</summary>
    public static string Text(Node node) => node switch
    {
        TextNode text => text.Text,
        CodeNode code => code.Text,
        _ => string.Concat(node.Children.Select(Text)),
    };

    internal static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsLetterOrDigit(rune) || category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.ConnectorPunctuation || rune.Value == '-')
            {
                slug.Append(Rune.ToLowerInvariant(rune));
            }
            else if (rune.Value is ' ' or '\n')
            {
                slug.Append('-');
            }
        }

        return slug.ToString();
    }
}
