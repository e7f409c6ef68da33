namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// The characters of a text that may need thought: line ends, those that nobody sees, and the given ones. Nearly all text runs from one of
/// these to the next, and is copied.
/// </summary>
internal sealed class TextStops
{
    /// <summary>Every character of the kind but the byte order mark stands below.</summary>
    private const char Limit = '\u2080';

    private readonly bool[] stops = new bool[Limit];

    public TextStops(string signs)
    {
        for (var character = '\0'; character < Limit; character++)
        {
            stops[character] = character is '\t' or '\r' or '\n' or '\u00A0' || TextEscapes.IsInvisible(character)
                || signs.Contains(character);
        }
    }

    /// <summary>Where the first stands; −1 where none does. The runs are so short that a vectorized search costs more to begin.</summary>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        var table = stops;
        for (var at = 0; at < text.Length; at++)
        {
            int character = text[at];
            if (character < table.Length ? table[character] : character == '\uFEFF')
            {
                return at;
            }
        }

        return -1;
    }
}
