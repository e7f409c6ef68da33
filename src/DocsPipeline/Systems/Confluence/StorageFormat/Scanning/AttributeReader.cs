namespace DocsPipeline.Systems.Confluence.StorageFormat.Scanning;

/// <summary>Walks the attributes of a start tag that the scanner has already found well-formed; values are raw source.</summary>
internal ref struct AttributeReader(ReadOnlySpan<char> source, int position)
{
    private readonly ReadOnlySpan<char> source = source;
    private int position = position;

    public StorageAttribute Current { get; private set; }

    public readonly AttributeReader GetEnumerator() => this;

    public bool MoveNext()
    {
        while (source[position].IsSpace())
        {
            position++;
        }

        if (source[position] is '>' or '/')
        {
            return false;
        }

        var name = position;
        while (source[position] != '=' && !source[position].IsSpace())
        {
            position++;
        }

        var nameEnd = position;
        while (source[position] is not ('"' or '\''))
        {
            position++;
        }

        var value = position + 1;
        position = value + source[value..].IndexOf(source[position]) + 1;
        Current = new StorageAttribute(source[name..nameEnd], source[value..(position - 1)]);
        return true;
    }
}
