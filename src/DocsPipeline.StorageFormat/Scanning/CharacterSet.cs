namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>
/// Characters that a copy of text stops at. The stretches between them are so short that a vectorized search costs more to begin than it
/// saves; this is a table and a loop.
/// </summary>
internal sealed class CharacterSet
{
    /// <summary>Where the last of the characters stand that no table goes up to: marks of byte order and what is none.</summary>
    private const char Far = '\uFE00';

    private readonly bool[] near;
    private readonly string far;

    public CharacterSet(string characters)
    {
        far = string.Concat(characters.Where(static character => character >= Far));
        near = new bool[characters.Where(static character => character < Far).Max() + 1];
        foreach (var character in characters)
        {
            if (character < Far)
            {
                near[character] = true;
            }
        }
    }

    /// <summary>Where the first stands; −1 where none does.</summary>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        var table = near;
        for (var at = 0; at < text.Length; at++)
        {
            int character = text[at];
            if (character < table.Length ? table[character] : character >= Far && far.Contains(text[at]))
            {
                return at;
            }
        }

        return -1;
    }
}
