namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>
/// Where the lines of a text begin: for who asks for many places, since to count the lines before each is to read it as often.
/// </summary>
internal sealed class LineStarts
{
    private readonly List<int> starts = [0];
    private readonly int length;

    public LineStarts(string text)
    {
        length = text.Length;
        for (var feed = text.IndexOf('\n'); feed >= 0; feed = text.IndexOf('\n', feed + 1))
        {
            starts.Add(feed + 1);
        }
    }

    /// <summary>Line and column of an offset, from 1; one outside of the text is taken for its nearer end.</summary>
    public (int Line, int Column) At(int offset)
    {
        offset = Math.Clamp(offset, 0, length);
        var found = starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, offset - starts[line] + 1);
    }
}
