using System.Text;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// What makes two elements the same to a reader: names, attributes in any order without ids, decoded text; comment markers and the numbers
/// of tasks aside.
/// </summary>
internal static class StorageKey
{
    public static string Of(StorageTree tree, int node)
    {
        var text = new StringBuilder();
        Append(tree, node, text);
        return text.ToString();
    }

    /// <summary>The attributes of a tag, sorted, without ids.</summary>
    public static string Attributes(StorageTree tree, int node)
    {
        var attributes = new List<string>();
        foreach (var attribute in tree.Attributes(node))
        {
            // The version that a macro has unless it says another.
            var usual = attribute.Name is "ac:schema-version" && attribute.Value is "1";
            if (!usual && !VolatileAttributes.Contains(attribute.Name))
            {
                attributes.Add($"{attribute.Name}={Entities.Decode(attribute.Value)}");
            }
        }

        attributes.Sort(StringComparer.Ordinal);
        return string.Join('\u0001', attributes);
    }

    /// <summary>Whether two tags are of one name; a heading of another level is the heading that it was.</summary>
    public static bool SameName(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Length > 1 && left[0] == '<' && right.Length > 1 && right[0] == '<' && AreVersions(Name(left), Name(right));

    public static bool AreVersions(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.SequenceEqual(right) || (IsHeading(left) && IsHeading(right));

    private static bool IsHeading(ReadOnlySpan<char> name) => name is ['h', >= '1' and <= '6'];

    public static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag) =>
        tag[1..].IndexOfAny(" />") is var end && end >= 0 ? tag[1..(end + 1)] : tag[1..];

    private static void Append(StorageTree tree, int node, StringBuilder text)
    {
        switch (tree[node].Kind)
        {
            case NodeKind.Text:
                if (!tree.IsBlank(node) || !IsBetweenBlocks(tree, node))
                {
                    Words(Entities.Decode(tree.Outer(node)), text, isFirst: tree[node].Previous == 0 && IsBlock(tree, tree[node].Parent));
                }

                return;
            case NodeKind.CData:
                text.Append(tree.Inner(node));
                return;
            case NodeKind.Comment or NodeKind.Instruction:
                return;
        }

        if (VolatileAttributes.IsOne(tree, node))
        {
            return;
        }

        if (tree.ElementOf(node) == Element.TaskId)
        {
            text.Append("\u0002\u0004");
            return;
        }

        var isMarker = tree.ElementOf(node) == Element.InlineCommentMarker;
        if (!isMarker)
        {
            text.Append('\u0002').Append(tree.NameOf(node)).Append('\u0001').Append(Attributes(tree, node)).Append('\u0003');
        }

        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            Append(tree, child, text);
        }

        // Spaces at the end of a block do not show, and Markdown has none.
        while (IsBlock(tree, node) && text[^1] == ' ')
        {
            text.Length--;
        }

        text.Append(isMarker ? "" : "\u0004");
    }

    private static bool IsBlock(StorageTree tree, int node) =>
        !ElementPlacement.IsInline(tree.ElementOf(node)) && tree.ElementOf(node) is not (Element.Pre or Element.Parameter);

    private static bool IsBetweenBlocks(StorageTree tree, int node)
    {
        var (previous, next) = (tree[node].Previous, tree[node].Next);
        return IsBlock(tree, tree[node].Parent)
            && (previous == 0 || next == 0 || ElementPlacement.PlacementOf(tree, previous) == Placement.Block
                || ElementPlacement.PlacementOf(tree, next) == Placement.Block);
    }

    /// <summary>Text with the spaces a reader sees: none where a block begins, one for a line feed and all around it.</summary>
    private static void Words(string words, StringBuilder text, bool isFirst)
    {
        for (var at = 0; at < words.Length;)
        {
            var run = words.AsSpan(at).IndexOfAnyExcept(" \t\r\n");
            run = run < 0 ? words.Length - at : run;
            if (run == 0)
            {
                text.Append(words[at++]);
                isFirst = false;
                continue;
            }

            text.Append(isFirst ? "" : words.AsSpan(at, run).ContainsAny('\r', '\n') ? " " : words.AsSpan(at, run));
            at += run;
        }
    }
}
