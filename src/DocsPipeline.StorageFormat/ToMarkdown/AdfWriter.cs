using System.Text;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// A node of the new editor that storage has no element for (<c>ac:adf-node</c>): a note panel as GitHub's alert, decisions as a list, any
/// other as a container by its type, <c>::: adf-panel {panel-type="custom"}</c>. Its fallback repeats the content for whoever does not know
/// the node, and is made anew on the way back.
/// </summary>
internal static class AdfWriter
{
    public static bool TryWrite(MarkdownSession session, int extension)
    {
        if (AdfNode.In(session.Tree, extension) is not { } node)
        {
            return false;
        }

        if (node.IsNote && node.Content != 0 && AlertWriter.CanWrite(session, node.Content))
        {
            AlertWriter.Write(session, "IMPORTANT", node.Content);
            return true;
        }

        if (DecisionListWriter.TryWrite(session, node))
        {
            return true;
        }

        Write(session, node);
        return true;
    }

    /// <summary>The same as HTML: the type in <c>data-adf</c>.</summary>
    public static bool TryWriteHtml(MarkdownSession session, int extension)
    {
        if (AdfNode.In(session.Tree, extension) is not { } node)
        {
            return false;
        }

        WriteHtml(session, node);
        return true;
    }

    private static void Write(MarkdownSession session, AdfNode node)
    {
        ContainerWriter.Write(session, AdfNode.Prefix + AttributeText.EncodeName(node.Type), Attributes(node), node.Node,
            ContainerWriter.Depth(session, node.Node), () =>
        {
            if (node.Content != 0)
            {
                BlockWriter.WriteChildren(session, node.Content);
            }

            for (var at = 0; at < node.Children.Count; at++)
            {
                if (at > 0)
                {
                    BlockWriter.Gap(session, tight: false);
                }

                Write(session, node.Children[at]);
            }
        });
    }

    private static void WriteHtml(MarkdownSession session, AdfNode node)
    {
        // Like the other panels, one of the new editor looks like a quote where GitHub has no alert.
        var name = node.Type == "panel" ? "blockquote" : "div";
        session.Out.Write($"<{name} {AdfNode.Tag}");
        session.Out.Write($"=\"{AttributeText.EncodeName(node.Type)}\"{Attributes(node)}>");
        if (node.Content != 0)
        {
            HtmlBlockWriter.WriteChildren(session, node.Content);
        }

        foreach (var child in node.Children)
        {
            WriteHtml(session, child);
        }

        session.Out.Write($"</{name}>");
    }

    private static string Attributes(AdfNode node)
    {
        var text = new StringBuilder();
        foreach (var (key, value, isXml) in node.Attributes)
        {
            AttributeText.Write(text, AttributeText.EncodeName(key) + (isXml ? MacroAttributeNames.Xml : ""), value);
        }

        var holds = node.HoldsText ? AdfNode.Text : node.Children.Count > 0 ? AdfNode.Nodes : node.Content == 0 ? AdfNode.Nothing : null;
        if (holds is not null)
        {
            AttributeText.Write(text, AdfNode.Holds, holds);
        }

        return text.ToString();
    }
}
