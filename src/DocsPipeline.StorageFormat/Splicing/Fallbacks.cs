using System.Text.RegularExpressions;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// A node of the new editor has a fallback that repeats its text, and no Markdown shows it. After an edit it says what the node says, or it
/// is gone: a reader of the fallback would else see what nobody wrote any more.
/// </summary>
internal static partial class Fallbacks
{
    private const string Sign = "<ac:adf-fallback";

    public static string Follow(StorageTree before, string page)
    {
        if (!before.Source.Contains(Sign, StringComparison.Ordinal) || page == before.Source
            || StorageScanner.Scan(page, out _) is not { } after)
        {
            return page;
        }

        var nodes = new HashSet<string>(StringComparer.Ordinal);
        var olds = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (node, fallback) in Extensions(before))
        {
            nodes.Add(before.Outer(node).ToString());
            olds.TryAdd(before.Outer(fallback).ToString(), node);
        }

        var replacements = new List<Replacement>();
        foreach (var (node, fallback) in Extensions(after))
        {
            if (!nodes.Contains(after.Outer(node).ToString()) && olds.TryGetValue(after.Outer(fallback).ToString(), out var old))
            {
                replacements.Add(new Replacement(after[fallback].Start, after[fallback].End,
                    Renewed(after.Outer(fallback).ToString(), Contents(before, old), Contents(after, node))));
            }
        }

        after.Release();
        return Replacement.Apply(page, replacements) ?? page;
    }

    private static IEnumerable<(int Node, int Fallback)> Extensions(StorageTree tree)
    {
        for (var at = 1; at < tree.Count; at++)
        {
            if (tree.ElementOf(at) == Element.AdfExtension && tree.Child(at, Element.AdfNode) is var node and not 0
                && tree.Child(at, Element.AdfFallback) is var fallback and not 0)
            {
                yield return (node, fallback);
            }
        }
    }

    /// <summary>The fallback with the new contents in place of the old ones; nothing where it has these in another way.</summary>
    private static string Renewed(string fallback, List<string> olds, List<string> news)
    {
        if (olds.Count != news.Count)
        {
            return "";
        }

        var at = 0;
        foreach (var (old, renewed) in olds.Zip(news))
        {
            var place = old.Length == 0 ? -1 : fallback.IndexOf(old, at, StringComparison.Ordinal);
            if (place < 0 && old != renewed)
            {
                return "";
            }

            if (place >= 0)
            {
                fallback = fallback[..place] + renewed + fallback[(place + old.Length)..];
                at = place + renewed.Length;
            }
        }

        return fallback;
    }

    /// <summary>What stands in a node and in the nodes in it, without the ids and comments that a fallback does not repeat.</summary>
    private static List<string> Contents(StorageTree tree, int node)
    {
        var contents = new List<string>();
        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            if (tree.ElementOf(child) == Element.AdfContent)
            {
                contents.Add(Unrepeated().Replace(tree.Inner(child).ToString(), "").Trim());
            }
            else if (tree.ElementOf(child) == Element.AdfNode)
            {
                contents.AddRange(Contents(tree, child));
            }
        }

        return contents;
    }

    [GeneratedRegex("</?ac:inline-comment-marker[^>]*>| (?:[a-z]+:)?(?:local|macro)-id=\"[^\"]*\"")]
    private static partial Regex Unrepeated();
}
