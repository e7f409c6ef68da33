namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>The attributes of one start tag, in their order; values are raw source.</summary>
internal ref struct AttributeList(ReadOnlySpan<char> source, ReadOnlySpan<AttributePlace> places)
{
    private readonly ReadOnlySpan<char> source = source;
    private readonly ReadOnlySpan<AttributePlace> places = places;
    private int at = -1;

    public readonly StorageAttribute Current =>
        new(source[places[at].NameStart..places[at].NameEnd], source[places[at].ValueStart..places[at].ValueEnd]);

    public readonly int Count => places.Length;

    public readonly AttributeList GetEnumerator() => this;

    public bool MoveNext() => ++at < places.Length;
}
