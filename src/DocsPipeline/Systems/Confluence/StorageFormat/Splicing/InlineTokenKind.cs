namespace DocsPipeline.Systems.Confluence.StorageFormat.Splicing;

internal enum InlineTokenKind
{
    Word,
    Atom,
    Start,
    End,
    MarkerStart,
    MarkerEnd,
}
