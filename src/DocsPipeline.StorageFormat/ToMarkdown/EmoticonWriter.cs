using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>Emoji show as their character; <c>data-emoji</c> and its companions carry what Confluence calls them.</summary>
internal static class EmoticonWriter
{
    public static bool TryWrite(MarkdownSession session, int node, InlineContext context)
    {
        var tree = session.Tree;
        var name = tree.Attribute(node, "ac:name");
        var shortName = tree.Attribute(node, "ac:emoji-shortname");
        var id = tree.Attribute(node, "ac:emoji-id");
        var fallback = tree.Attribute(node, "ac:emoji-fallback");
        if (tree[node].FirstChild != 0)
        {
            return false;
        }

        var output = session.Out;
        output.Write("<span");
        TagWriter.WriteAttribute(output, "data-emoji", shortName ?? "");
        Unless(output, "data-name", name, shortName is null ? null : "blue-star");
        Unless(output, "data-id", id, shortName is null || fallback is null ? null : Emoji.IdOf(fallback));
        Unless(output, "data-fallback", fallback, shortName is null ? null : Emoji.FromId(id) ?? shortName);
        foreach (var attribute in tree.Attributes(node))
        {
            if (attribute.Name is not ("ac:name" or "ac:emoji-shortname" or "ac:emoji-id" or "ac:emoji-fallback")
                && !VolatileAttributes.Contains(attribute.Name))
            {
                TagWriter.WriteInert(output, attribute.Name, Entities.Decode(attribute.Value));
            }
        }

        output.Write('>');
        TextRunWriter.Write(output, Emoji.Show(name, shortName, id, fallback), context.InBrackets());
        output.Write("</span>");
        return true;
    }

    /// <summary>Writes an attribute that is not what the others let expect; absent is written as empty.</summary>
    private static void Unless(MarkdownOutput output, string name, string? value, string? expected)
    {
        if (value != expected)
        {
            TagWriter.WriteAttribute(output, name, value ?? "");
        }
    }
}
