namespace DocsPipeline.StorageFormat.Scanning;

internal readonly ref struct StorageAttribute(ReadOnlySpan<char> source, AttributePlace place)
{
    private readonly ReadOnlySpan<char> source = source;
    private readonly AttributePlace place = place;

    public ReadOnlySpan<char> Name => source[place.NameStart..place.NameEnd];

    /// <summary>Raw source, references unresolved.</summary>
    public ReadOnlySpan<char> Value => source[place.ValueStart..place.ValueEnd];
}
