namespace DocsPipeline.StorageFormat.Vocabulary;

internal enum Placement
{
    /// <summary>Whitespace between blocks.</summary>
    Nowhere,
    Inline,
    Block,

    /// <summary>Part of the line where there is text beside it, a block of its own where there is none.</summary>
    Either,
}
