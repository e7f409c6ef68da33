using System.Text;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// What stands where a page has text and nothing else, as in the title of a macro: its words, and the storage of what is none and stands
/// beside the macro instead.
/// </summary>
internal sealed class TitleText
{
    private readonly StringBuilder text = new();
    private readonly StringBuilder notes = new();
    private readonly StringBuilder others = new();

    /// <summary>The words; the blanks around what stands beside are none.</summary>
    public string Text => Beside.Length > 0 ? text.ToString().Replace("  ", " ").Trim() : text.ToString();

    /// <summary>The references to footnotes.</summary>
    public string Notes => notes.ToString();

    /// <summary>These, pictures, macros and people.</summary>
    public string Beside => Notes + others;

    /// <summary>The same in a paragraph; nothing where nothing is beside.</summary>
    public string Paragraph => Beside is { Length: > 0 } beside ? $"<p>{beside}</p>" : "";

    /// <summary>The texts of links: where those lead nothing says any more.</summary>
    public List<string> Links { get; } = [];

    public static TitleText Of(string storage)
    {
        var title = new TitleText();
        if (!storage.Contains('<') || StorageScanner.Scan(storage, out _) is not { } tree)
        {
            title.text.Append(StorageElement.PlainText(storage));
            return title;
        }

        title.Collect(tree, 0);
        tree.Release();
        return title;
    }

    private void Collect(StorageTree tree, int parent)
    {
        for (var node = tree[parent].FirstChild; node != 0; node = tree[node].Next)
        {
            if (tree[node].Kind is NodeKind.Text or NodeKind.CData)
            {
                text.Append(tree.Text(node));
                continue;
            }

            switch (tree.ElementOf(node))
            {
                case Element.Sup when Holds(tree, node, Element.StructuredMacro):
                    notes.Append(tree.Outer(node));
                    break;
                case Element.StructuredMacro or Element.Macro or Element.Image:
                case Element.Link when Holds(tree, node, Element.User):
                    others.Append(others.Length == 0 ? "" : " ").Append(tree.Outer(node));
                    break;
                case Element.Emoticon:
                    text.Append(tree.Attribute(node, "ac:emoji-fallback") ?? tree.Attribute(node, "ac:emoji-shortname"));
                    break;
                case Element.Time:
                    text.Append(tree.Attribute(node, "datetime"));
                    break;
                case Element.Br:
                    text.Append(' ');
                    break;
                default:
                    // What stood in paragraphs of its own stays apart.
                    var isApart = text.Length > 0 && ElementPlacement.IsAlwaysBlock(tree.ElementOf(node));
                    _ = isApart ? text.Append(' ') : text;
                    var start = text.Length;
                    Collect(tree, node);
                    Look(tree, node, text.ToString(start, text.Length - start));
                    break;
            }
        }
    }

    /// <summary>Looks are the title's own; where a link leads nothing else says, unless its text does.</summary>
    private void Look(StorageTree tree, int node, string words)
    {
        if (tree.ElementOf(node) == Element.Link || (tree.ElementOf(node) == Element.A && tree.Attribute(node, "href") is { } target
            && !target.EndsWith(words, StringComparison.Ordinal)))
        {
            Links.Add(words);
        }
    }

    private static bool Holds(StorageTree tree, int node, Element element)
    {
        for (var child = node + 1; child < tree.Count && tree[child].Start < tree[node].End; child++)
        {
            if (tree.ElementOf(child) == element)
            {
                return true;
            }
        }

        return false;
    }
}
