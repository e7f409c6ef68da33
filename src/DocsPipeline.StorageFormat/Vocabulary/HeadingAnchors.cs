using System.Text;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// The anchors of a page's headings, as Confluence makes them and as GitHub does. Cloud puts hyphens for spaces (<c>How-fast-we-answer</c>,
/// beyond ASCII percent-encoded), Data Center takes the spaces out and puts the page's title in front (<c>Support-Howfastweanswer</c>);
/// equal ones are numbered (<c>.1</c>, GitHub: <c>-1</c>).
/// </summary>
internal sealed class HeadingAnchors
{
    private readonly Dictionary<string, string> slugs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> anchors = new(StringComparer.Ordinal);

    /// <summary>Anchors by what GitHub makes of a heading that has emoji by their names, <c># :tada: Done</c>.</summary>
    private readonly Dictionary<string, string> named = new(StringComparer.Ordinal);

    public static HeadingAnchors None { get; } = new();

    public static HeadingAnchors Of(StorageTree tree, string? title = null)
    {
        var headings = new HeadingAnchors();
        var places = new HashSet<string>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var node = 1; node < tree.Count; node++)
        {
            if (tree.ElementOf(node) is >= Element.H1 and <= Element.H6)
            {
                headings.Add(VisibleText(tree, node).Trim(), title, counts);
            }
            else if (tree.ElementOf(node) is Element.StructuredMacro or Element.Macro && tree.RawAttribute(node, "ac:name") is "anchor")
            {
                places.Add(tree.Text(node).Trim());
            }
        }

        // What is named by hand goes by that name on both sides.
        foreach (var name in places)
        {
            headings.slugs.Remove(name);
            headings.anchors.Remove(name);
            headings.named.Remove(name);
        }

        return headings;
    }

    /// <summary>The same for a page that is not at hand as a tree; a broken one has no headings.</summary>
    public static HeadingAnchors Of(string storage, string? title)
    {
        if (StorageScanner.Scan(storage, out _) is not { } tree)
        {
            return None;
        }

        var headings = Of(tree, title);
        tree.Release();
        return headings;
    }

    /// <summary>GitHub's anchor of the heading that an anchor of Confluence names, or null where it names none.</summary>
    public string? SlugFor(string anchor) => slugs.GetValueOrDefault(anchor);

    /// <summary>
    /// GitHub's anchor for a heading of a page that is not at hand: Cloud's spelling says enough. Null for Data Center's, which leaves the
    /// spaces out.
    /// </summary>
    public static string? SlugOf(string anchor, string? title) =>
        title is not null && anchor.StartsWith($"{Bare(title)}-", StringComparison.Ordinal) ? null
        : GitHubSlug.Of(TargetEncoding.Decode(anchor)) is { Length: > 0 } slug ? slug : null;

    /// <summary>Cloud's anchor of the heading that GitHub's anchor names, or null.</summary>
    public string? AnchorFor(string slug) => anchors.GetValueOrDefault(slug) ?? named.GetValueOrDefault(slug);

    private void Add(string text, string? title, Dictionary<string, int> counts)
    {
        if (text.Length == 0)
        {
            return;
        }

        var slug = Numbered(GitHubSlug.Of(text), '-', counts);
        var cloud = Numbered(string.Join('-', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), '.', counts);
        var encoded = Uri.EscapeDataString(cloud);
        var anchor = Ascii.IsValid(cloud) ? cloud : encoded;
        anchors.TryAdd(slug, anchor);
        foreach (var spelled in Shortcodes.Named(text))
        {
            named.TryAdd(Numbered(GitHubSlug.Of(spelled), '-', counts, kind: ':'), anchor);
        }

        slugs.TryAdd(cloud, slug);
        slugs.TryAdd(encoded, slug);
        slugs.TryAdd(text, slug);
        slugs.TryAdd(cloud.Replace("(", "").Replace(")", ""), slug);
        if (title is not null)
        {
            slugs.TryAdd($"{Bare(title)}-{Bare(text)}", slug);
        }
    }

    private static string Numbered(string name, char separator, Dictionary<string, int> counts, char? kind = null)
    {
        var key = (kind ?? separator) + name;
        var count = counts.GetValueOrDefault(key);
        counts[key] = count + 1;
        return count == 0 ? name : $"{name}{separator}{count}";
    }

    private static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static string VisibleText(StorageTree tree, int node)
    {
        var text = new StringBuilder();
        Collect(tree, node, text);
        return text.ToString();
    }

    private static void Collect(StorageTree tree, int node, StringBuilder text)
    {
        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            switch (tree[child].Kind)
            {
                case NodeKind.Text or NodeKind.CData:
                    text.Append(tree.Text(child));
                    break;
                case NodeKind.Element when tree.ElementOf(child) is Element.Parameter:
                    text.Append(tree.RawAttribute(child, "ac:name") is "title" ? tree.Text(child) : "");
                    break;
                case NodeKind.Element when tree.ElementOf(child) is not (Element.DefaultParameter or Element.PlainTextBody
                    or Element.AdfExtension):
                    Collect(tree, child, text);
                    break;
            }
        }
    }
}
