using DocsPipeline.StorageFormat.Mapping;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// Siblings of the page that an edit touched: the blocks that stood there with what the Markdown of each reads as, and the elements that
/// stand there now.
/// </summary>
internal sealed record Stretch(MappedBlock Container, List<MappedBlock> Old, List<List<string>> Readings, List<string> Renewed)
{
    public int Start => Old[0].StorageStart;

    public int End => Old[^1].StorageEnd;
}
