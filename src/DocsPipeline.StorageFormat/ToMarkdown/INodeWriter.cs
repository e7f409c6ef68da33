namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>Writes any node: what the writers of one kind of element call for what stands inside of it.</summary>
internal interface INodeWriter
{
    void WriteBlock(MarkdownSession session, int node);

    void WriteInline(MarkdownSession session, int node, InlineContext context);

    /// <summary>Writes an element that has a form of its own within HTML; false for every other.</summary>
    bool TryWriteHtml(MarkdownSession session, int node, bool breaksLines);
}
