namespace DocsPipeline.StorageFormat.Scanning;

internal enum NodeKind : byte
{
    Root,
    Element,
    Text,
    CData,
    Comment,
    Instruction,
}
