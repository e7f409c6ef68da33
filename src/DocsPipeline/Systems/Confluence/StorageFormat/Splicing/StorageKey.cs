using System.Text;
using DocsPipeline.Systems.Confluence.StorageFormat.Scanning;
using DocsPipeline.Systems.Confluence.StorageFormat.Writing;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Splicing;

/// <summary>What makes two elements the same to a reader: names, attributes in any order without ids, decoded text; comment markers aside.</summary>
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
            if (!usual && !TagWriter.IsVolatile(attribute.Name))
            {
                attributes.Add($"{attribute.Name}={Entities.Decode(attribute.Value)}");
            }
        }

        attributes.Sort(StringComparer.Ordinal);
        return string.Join('\u0001', attributes);
    }

    public delegate ReadOnlySpan<char> Candidate(int index);

    /// <summary>
    /// Which of the old elements a new one replaces: the first of its name, as long as enough are left for the new ones that follow; −1 for none.
    /// </summary>
    public static int Partner(ReadOnlySpan<char> element, int candidates, int following, Candidate candidate)
    {
        var spare = Math.Max(0, candidates - following);
        for (var index = 0; index < candidates && (index <= spare || following == 1); index++)
        {
            if (SameName(element, candidate(index)))
            {
                return index;
            }
        }

        return -1;
    }

    public static bool SameName(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Length > 1 && left[0] == '<' && right.Length > 1 && right[0] == '<' && Name(left).SequenceEqual(Name(right));

    public static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag) => tag[1..].IndexOfAny(" />") is var end && end >= 0 ? tag[1..(end + 1)] : tag[1..];

    private static void Append(StorageTree tree, int node, StringBuilder text)
    {
        switch (tree[node].Kind)
        {
            case NodeKind.Text:
                text.Append(Entities.Decode(tree.Outer(node)));
                return;
            case NodeKind.CData:
                text.Append(tree.Inner(node));
                return;
            case NodeKind.Comment or NodeKind.Instruction:
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

        text.Append(isMarker ? "" : "\u0004");
    }
}
