namespace DocsPipeline.StorageFormat.Mapping;

/// <summary>What the splice needs to know about a conversion: where each block and each text of the page stands in the Markdown.</summary>
internal sealed class SourceMap
{
    private readonly Stack<MappedBlock> open = new();

    public SourceMap(int length)
    {
        Root = new MappedBlock(0, length, 0, "", BlockForm.Block);
        open.Push(Root);
    }

    public MappedBlock Root { get; }

    /// <summary>Whether a link was written by the headings of the page, wherever these stand.</summary>
    public bool LooksForHeadings { get; set; }

    /// <summary>How many tasks were counted.</summary>
    public int Tasks { get; set; }

    public List<MappedText> Texts { get; } = [];

    /// <summary>The anchors of links, by the target that was written for them.</summary>
    public Dictionary<string, string> Anchors { get; } = new(StringComparer.Ordinal);

    public void Open(int storageStart, int storageEnd, int start, string prefix, BlockForm form)
    {
        var block = new MappedBlock(storageStart, storageEnd, start, prefix, form);
        open.Peek().Children.Add(block);
        open.Push(block);
    }

    public void Close(int end) => open.Pop().End = end;

    /// <summary>Forgets everything: the page is written again.</summary>
    public void Clear()
    {
        Texts.Clear();
        Anchors.Clear();
        Root.Children.Clear();
    }

    /// <summary>Forgets what was recorded from a place on that is about to be written again.</summary>
    public void Truncate(int start)
    {
        Texts.RemoveAll(text => text.Start >= start);
        open.Peek().Children.RemoveAll(block => block.Start >= start);
    }
}
