namespace DocsPipeline.StorageFormat.Mapping;

/// <summary>
/// Where one element of the page (or a run of loose text) stands in the Markdown: [Start, End) there, [StorageStart, StorageEnd) in the
/// page, and what its further lines begin with.
/// </summary>
internal sealed class MappedBlock(int storageStart, int storageEnd, int start, string prefix, BlockForm form)
{
    public int StorageStart { get; } = storageStart;

    public int StorageEnd { get; } = storageEnd;

    public int Start { get; } = start;

    public int End { get; set; }

    public string Prefix { get; } = prefix;

    public BlockForm Form { get; } = form;

    public List<MappedBlock> Children { get; } = [];
}
