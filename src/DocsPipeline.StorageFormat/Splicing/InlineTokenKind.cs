namespace DocsPipeline.StorageFormat.Splicing;

internal enum InlineTokenKind
{
    Word,
    Atom,
    Start,
    End,
    MarkerStart,
    MarkerEnd,
}
