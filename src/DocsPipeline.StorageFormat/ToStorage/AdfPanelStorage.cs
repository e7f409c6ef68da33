namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>The purple note panel of the new editor as storage; its fallback repeats the content.</summary>
internal static class AdfPanelStorage
{
    public static string Of(string body) =>
        "<ac:adf-extension><ac:adf-node type=\"panel\"><ac:adf-attribute key=\"panel-type\">note</ac:adf-attribute><ac:adf-content>" + body
        + "</ac:adf-content></ac:adf-node><ac:adf-fallback><div class=\"panel conf-macro output-block\" "
        + "style=\"background-color: rgb(234,230,255);border-color: rgb(153,141,217);border-width: 1.0px;\">"
        + "<div class=\"panelContent\" style=\"background-color: rgb(234,230,255);\">\n" + body
        + "\n</div></div></ac:adf-fallback></ac:adf-extension>";
}
