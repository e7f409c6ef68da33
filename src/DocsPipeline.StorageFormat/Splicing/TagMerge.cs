using System.Text;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// The tags of a changed element: as the old ones where the edit did not change an attribute. What the Markdown never said is in neither
/// the new tag nor the reading of the old one, and stays.
/// </summary>
internal static class TagMerge
{
    /// <summary>Some content in a piece's tags, with what an old one has.</summary>
    public static string Around(Piece piece, Piece? old, string content, TaskIds? ids = null)
    {
        if (piece.Holder != piece.First)
        {
            return piece.Tree.Source[piece.Start..piece.Tree[piece.Holder].InnerStart] + content
                + piece.Tree.Source[piece.Tree[piece.Holder].InnerEnd..piece.End];
        }

        var isList = ids is not null && piece.Tree.ElementOf(piece.First) == Element.TaskList;
        var tag = isList ? Open(piece, old ?? piece, ids!.List(piece, old))
            : old is null ? Open(piece.Tree, piece.First)
            : Open(piece, old, null);
        return content.Length == 0 && piece.Tree[piece.First].FirstChild == 0
            ? $"{tag} />"
            : $"{tag}>{content}</{piece.Name}>";
    }

    private static string Open(StorageTree tree, int node)
    {
        var end = tree[node].FirstChild == 0 && tree[node].InnerStart == tree[node].End ? tree[node].End : tree[node].InnerStart;
        return tree.Source[tree[node].Start..end].TrimEnd('>').TrimEnd('/').TrimEnd();
    }

    private static string Open(Piece piece, Piece old, string? listId)
    {
        var (now, was) = (Attributes(piece.Tree, piece.First), Attributes(old.Tree, old.First));
        now.Remove(TaskIds.ListId);
        if (listId is not null)
        {
            now[TaskIds.ListId] = Entities.EncodeAttribute(listId);
        }

        var read = Read(old) ?? was;
        var text = new StringBuilder().Append('<').Append(piece.Name);
        foreach (var (name, value) in was)
        {
            var isKept = VolatileAttributes.Contains(name) || (Same(now, read, name) && (name != TaskIds.ListId || now.ContainsKey(name)));
            if (isKept || now.ContainsKey(name))
            {
                text.Append(' ').Append(name).Append("=\"").Append(isKept ? value : now[name]).Append('"');
            }
        }

        foreach (var (name, value) in now.Where(attribute => !was.ContainsKey(attribute.Key) && !Same(now, read, attribute.Key)
            && attribute is not { Key: "ac:schema-version", Value: "1" }))
        {
            text.Append(' ').Append(name).Append("=\"").Append(value).Append('"');
        }

        return text.ToString();
    }

    private static bool Same(Dictionary<string, string> left, Dictionary<string, string> right, string name) =>
        left.TryGetValue(name, out var value) == right.TryGetValue(name, out var other)
        && (value is null || Entities.Decode(value) == Entities.Decode(other!));

    private static Dictionary<string, string> Attributes(StorageTree tree, int node)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in tree.Attributes(node))
        {
            attributes[attribute.Name.ToString()] = attribute.Value.ToString();
        }

        return attributes;
    }

    /// <summary>The attributes of what an old element's Markdown reads as, where that is one element of its name.</summary>
    private static Dictionary<string, string>? Read(Piece old) =>
        old.Reading is { Length: > 0 } reading && StorageScanner.Scan(reading, out _) is { } tree && Piece.Only(tree) is { } only
        && only.Name.SequenceEqual(old.Name)
            ? Attributes(only.Tree, only.First)
            : null;
}
