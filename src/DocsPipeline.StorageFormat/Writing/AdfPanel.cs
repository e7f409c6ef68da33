using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Writing;

/// <summary>
/// The purple note panel of the new editor, which storage knows only as an ADF node: GitHub's <c>[!IMPORTANT]</c>. Its fallback repeats the
/// content and is made anew on the way back.
/// </summary>
internal static class AdfPanel
{
    public static bool TryWrite(ExportSession session, int node)
    {
        var tree = session.Tree;
        var panel = tree.Child(node, Element.AdfNode);
        if (panel == 0 || tree.Attribute(panel, "type") != "panel" || tree.Child(panel, Element.AdfContent) is not (var content and not 0) || !IsNote(tree, panel) || session.Out.Prefix.Length > 0)
        {
            return false;
        }

        AlertWriter.Write(session, "IMPORTANT", content);
        return true;
    }

    public static string Storage(string body) =>
        "<ac:adf-extension><ac:adf-node type=\"panel\"><ac:adf-attribute key=\"panel-type\">note</ac:adf-attribute><ac:adf-content>" + body
        + "</ac:adf-content></ac:adf-node><ac:adf-fallback><div class=\"panel conf-macro output-block\" style=\"background-color: rgb(234,230,255);border-color: rgb(153,141,217);border-width: 1.0px;\">"
        + "<div class=\"panelContent\" style=\"background-color: rgb(234,230,255);\">\n" + body + "\n</div></div></ac:adf-fallback></ac:adf-extension>";

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
