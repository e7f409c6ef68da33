namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>Writes any node: what the writers of one kind of element call for what stands inside of it.</summary>
internal interface INodeWriter
{
    void WriteBlock(MarkdownSession session, int node);

    void WriteInline(MarkdownSession session, int node, InlineContext context);
}
