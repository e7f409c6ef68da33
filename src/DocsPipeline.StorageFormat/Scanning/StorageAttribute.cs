namespace DocsPipeline.StorageFormat.Scanning;

internal readonly ref struct StorageAttribute(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
{
    public ReadOnlySpan<char> Name { get; } = name;

    /// <summary>Raw source, references unresolved.</summary>
    public ReadOnlySpan<char> Value { get; } = value;
}
