using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>A date has no text of its own in storage; in Markdown it shows itself.</summary>
internal static class TimeWriter
{
    public static bool TryWrite(MarkdownSession session, int node)
    {
        var tree = session.Tree;
        if (tree[node].FirstChild != 0 || tree.Attribute(node, "datetime") is not { Length: > 0 } date)
        {
            return false;
        }

        var output = session.Out;
        output.Write("<time");
        TagWriter.WriteAttributes(session, node, Element.Time);
        output.Write('>');
        TextRunWriter.Write(output, date, new InlineContext(Html: true));
        output.Write("</time>");
        return true;
    }
}
