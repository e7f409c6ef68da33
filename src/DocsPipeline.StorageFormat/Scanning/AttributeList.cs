using System.Runtime.CompilerServices;

namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>The attributes of one start tag, in their order; values are raw source.</summary>
internal ref struct AttributeList(ReadOnlySpan<char> source, ReadOnlySpan<AttributePlace> places)
{
    private readonly ReadOnlySpan<char> source = source;
    private readonly ReadOnlySpan<AttributePlace> places = places;
    private int at = -1;

    public readonly StorageAttribute Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(source, places[at]);
    }

    public readonly int Count => places.Length;

    public readonly AttributeList GetEnumerator() => this;

    public bool MoveNext() => ++at < places.Length;
}
