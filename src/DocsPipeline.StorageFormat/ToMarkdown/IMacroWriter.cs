namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>Writes any macro, where a block may stand, within HTML, or in a line of text.</summary>
internal interface IMacroWriter
{
    void WriteBlock(MarkdownSession session, int node);

    void WriteHtml(MarkdownSession session, int node);

    void WriteInline(MarkdownSession session, int node, InlineContext context);
}
