using System.Text.RegularExpressions;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.Tests.StorageFormat.Edits;

/// <summary>The words of a page, and in which text each stands.</summary>
internal static partial class PageWords
{
    public static HashSet<string> Of(string text) => [.. Words().Matches(text).Select(match => match.Value)];

    /// <summary>
    /// The words that stand in a page's text once and nowhere else in it, nor twice in its Markdown; with the node of each.
    /// </summary>
    public static Dictionary<string, int> Once(StorageTree tree, string? markdown)
    {
        var counts = Count(Fallbacks().Replace(tree.Source, ""));
        var written = markdown is null ? null : Count(markdown);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var node = 1; node < tree.Count; node++)
        {
            if (tree[node].Kind is NodeKind.Text or NodeKind.CData && !IsHidden(tree, node))
            {
                foreach (var word in Words().Matches(tree.Text(node)).Select(match => match.Value)
                    .Where(word => counts.GetValueOrDefault(word) == 1 && (written is null || written.GetValueOrDefault(word) == 1)))
                {
                    found[word] = node;
                }
            }
        }

        return found;
    }

    private static Dictionary<string, int> Count(string text) =>
        Words().Matches(text).CountBy(match => match.Value).ToDictionary(count => count.Key, count => count.Value, StringComparer.Ordinal);

    private static bool IsHidden(StorageTree tree, int node)
    {
        while ((node = tree[node].Parent) != 0)
        {
            if (tree.ElementOf(node) is Element.Parameter or Element.DefaultParameter or Element.TaskId or Element.TaskUuid
                or Element.TaskStatus or Element.AdfAttribute or Element.AdfFallback)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a node of the new editor repeats of its words.</summary>
    [GeneratedRegex("<ac:adf-fallback>.*?</ac:adf-fallback>", RegexOptions.Singleline)]
    private static partial Regex Fallbacks();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Words();
}
