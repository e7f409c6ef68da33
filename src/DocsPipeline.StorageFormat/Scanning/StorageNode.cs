namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>
/// One node of a page, as offsets into its source: [Start, End) is the whole node, [InnerStart, InnerEnd) what stands between its tags (or
/// in its CDATA section). Links are indices into the tree; 0 is the root and, as a link, means none.
/// </summary>
internal struct StorageNode
{
    public NodeKind Kind;
    public Element Element;
    public short Attributes;

    /// <summary>What the writers found out about the node; null until one asked.</summary>
    public bool? HoldsBlock;

    public int FirstAttribute;
    public int Start;
    public int End;
    public int InnerStart;
    public int InnerEnd;
    public int NameEnd;
    public int Parent;
    public int FirstChild;
    public int LastChild;
    public int Next;
    public int Previous;
}
