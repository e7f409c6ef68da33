using System.Text.RegularExpressions;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.Tests.StorageFormat.Edits;

/// <summary>A page with what an edit must not lose: comments on some of its words, ids on half of its elements.</summary>
internal static partial class SeededMarks
{
    public static string In(string storage, int seed)
    {
        if (StorageScanner.Scan(storage, out _) is not { } tree)
        {
            return storage;
        }

        var random = new Random(seed);
        var added = new SortedDictionary<int, string>();
        for (var node = 1; node < tree.Count; node++)
        {
            if (tree[node].Kind == NodeKind.Element && TakesId(tree, node) && random.Next(2) == 0)
            {
                added[tree[node].NameEnd] = $" local-id=\"id{node}\"";
            }
            else if (tree[node].Kind == NodeKind.Text && TakesComment(tree, node) && random.Next(3) == 0)
            {
                Mark(tree, node, random, added);
            }
        }

        return added.Reverse().Aggregate(storage, (text, mark) => text.Insert(mark.Key, mark.Value));
    }

    private static void Mark(StorageTree tree, int node, Random random, SortedDictionary<int, string> added)
    {
        var words = Word().Matches(tree.Outer(node).ToString());
        if (words.Count > 0)
        {
            var first = random.Next(words.Count);
            var last = words[Math.Min(words.Count - 1, first + random.Next(4))];
            added[tree[node].Start + words[first].Index] = $"<ac:inline-comment-marker ac:ref=\"mark{node}\">";
            added[tree[node].Start + last.Index + last.Length] = "</ac:inline-comment-marker>";
        }
    }

    private static bool TakesId(StorageTree tree, int node) =>
        tree.ElementOf(node) is Element.P or (>= Element.H1 and <= Element.H6) or Element.Ul or Element.Ol or Element.Li or Element.Table
            or Element.Tr or Element.Td or Element.Th or Element.Blockquote
        && !tree.HasAttribute(node, "local-id") && !tree.HasAttribute(node, "ac:local-id") && !IsWithin(tree, node, Element.AdfFallback);

    private static bool TakesComment(StorageTree tree, int node) =>
        !tree.IsBlank(node) && tree[node].Parent is var parent and not 0
        && (tree.ElementOf(parent) is Element.P or Element.Li or Element.Td or Element.Th or Element.Strong or Element.Em
            or (>= Element.H1 and <= Element.H6))
        && !IsWithin(tree, node, Element.AdfFallback) && !IsWithin(tree, node, Element.InlineCommentMarker)
        && !IsWithin(tree, node, Element.Code) && !ElementPlacement.HoldsBlock(tree, parent);

    private static bool IsWithin(StorageTree tree, int node, Element element)
    {
        while ((node = tree[node].Parent) != 0)
        {
            if (tree.ElementOf(node) == element)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"(?<![&#\w])[\p{L}\p{N}]+(?!;)\b")]
    private static partial Regex Word();
}
