using System.Globalization;
using System.Text;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Markdown.Html;

namespace DocsPipeline.Documents.Markdown.Tree;

/// <summary>
/// Anchors of headings as GitHub makes them, so that <c>#first-order</c> works in the repository and in the community. In HTML they carry a
/// prefix: an id such as <c>forms</c> must not take the place of something in the portal's own page.
/// </summary>
public static class Anchors
{
    public const string Prefix = HtmlVocabulary.AnchorPrefix;

    /// <summary>The anchor of each heading, in order; equal ones are numbered.</summary>
    public static IReadOnlyDictionary<HeadingNode, string> Of(TreeOutline outline)
    {
        var anchors = new Dictionary<HeadingNode, string>(ReferenceEqualityComparer.Instance);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in outline.Headings)
        {
            var slug = Slug(Text(heading));
            var anchor = slug;
            var number = taken.GetValueOrDefault(slug);
            while (!taken.TryAdd(anchor, 0))
            {
                anchor = $"{slug}-{++number}";
            }

            // The next one of the same text need not try again what is taken.
            taken[slug] = number;
            anchors[heading] = anchor;
        }

        return anchors;
    }

    /// <summary>Everything a link can point at: headings, and places that were named by hand.</summary>
    public static HashSet<string> Names(TreeOutline outline, IReadOnlyDictionary<HeadingNode, string> headings) =>
        [.. headings.Values, .. outline.Named.SelectMany(Ids)];

    /// <summary>The same with who may know each; of equal ones the first.</summary>
    public static IReadOnlyDictionary<string, Readers> Labelled(TreeOutline outline)
    {
        var labels = Of(outline).ToDictionary(pair => pair.Value, pair => pair.Key.Readers, StringComparer.Ordinal);
        foreach (var element in outline.Named)
        {
            foreach (var id in Ids(element))
            {
                labels.TryAdd(id, element.Readers);
            }
        }

        return labels;
    }

    private static IEnumerable<string> Ids(ElementNode element) =>
        element.Attributes.Where(attribute => attribute.Key == "id").Select(attribute => attribute.Value[Prefix.Length..]);

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
