namespace DocsPipeline.Systems.Confluence.StorageFormat.Scanning;

internal enum NodeKind : byte
{
    Root,
    Element,
    Text,
    CData,
    Comment,
    Instruction,
}
