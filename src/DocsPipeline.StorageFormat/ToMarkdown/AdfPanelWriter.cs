using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// The purple note panel of the new editor, which storage knows only as an ADF node: GitHub's <c>[!IMPORTANT]</c>. Its fallback repeats the
/// content and is made anew on the way back.
/// </summary>
internal static class AdfPanelWriter
{
    public static bool TryWrite(MarkdownSession session, int node)
    {
        var tree = session.Tree;
        var panel = tree.Child(node, Element.AdfNode);
        if (panel == 0 || tree.Attribute(panel, "type") != "panel" || tree.Child(panel, Element.AdfContent) is not (var content and not 0)
            || !IsNote(tree, panel) || session.Out.Prefix.Length > 0)
        {
            return false;
        }

        AlertWriter.Write(session, "IMPORTANT", content);
        return true;
    }

    private static bool IsNote(StorageTree tree, int panel)
    {
        var note = false;
        for (var child = tree[panel].FirstChild; child != 0; child = tree[child].Next)
        {
            if (tree.ElementOf(child) == Element.AdfAttribute)
            {
                var key = tree.Attribute(child, "key");
                note |= key == "panel-type" && tree.Text(child) == "note";
                if (key is not ("panel-type" or "local-id"))
                {
                    return false;
                }
            }
        }

        return note;
    }
}
