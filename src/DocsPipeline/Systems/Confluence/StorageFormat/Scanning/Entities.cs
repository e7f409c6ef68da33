using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Scanning;

/// <summary>Character references both ways. Confluence stores every character that has an HTML 4 name under that name, and the others raw.</summary>
internal static class Entities
{
    private static readonly FrozenDictionary<string, char> Characters = Table().Append(new("apos", '\'')).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, char>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Characters.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<char, string> Names = Table().ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>
    /// Reads the reference that starts with <c>&amp;</c> at the beginning of the text: its length with the semicolon and the character it
    /// stands for, or length 0 where it is none that storage format knows.
    /// </summary>
    public static int Read(ReadOnlySpan<char> text, out Rune rune)
    {
        rune = default;
        var end = text.Length > 1 ? text[..Math.Min(text.Length, 40)].IndexOf(';') : -1;
        if (end < 2)
        {
            return 0;
        }

        var name = text[1..end];
        if (name[0] != '#')
        {
            var known = Lookup.TryGetValue(name, out var character);
            rune = known ? new Rune(character) : default;
            return known ? end + 1 : 0;
        }

        var hexadecimal = name.Length > 1 && name[1] == 'x';
        var digits = name[(hexadecimal ? 2 : 1)..];
        var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return digits.Length > 0
            && int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code)
            && Rune.TryCreate(code, out rune)
            && IsAllowed(code)
                ? end + 1
                : 0;
    }

    /// <summary>The text behind a stretch of source, references resolved; unknown ones stay as they are.</summary>
    public static string Decode(ReadOnlySpan<char> source)
    {
        if (!source.Contains('&'))
        {
            return source.ToString();
        }

        var text = new StringBuilder(source.Length);
        for (var at = 0; at < source.Length;)
        {
            var length = source[at] == '&' ? Read(source[at..], out var rune) : (rune = default).Value;
            if (length > 0)
            {
                text.Append(rune.ToString());
                at += length;
            }
            else
            {
                text.Append(source[at++]);
            }
        }

        return text.ToString();
    }

    /// <summary>Text as Confluence stores it between tags.</summary>
    public static void EncodeText(ReadOnlySpan<char> text, StringBuilder storage)
    {
        foreach (var character in text)
        {
            if (character < 128 ? character is '&' or '<' or '>' or '"' : Names.ContainsKey(character))
            {
                storage.Append('&').Append(Names[character]).Append(';');
            }
            else if (character is '\t' or '\n' or (>= ' ' and not ('\uFFFE' or '\uFFFF')))
            {
                storage.Append(character);
            }
        }
    }

    public static string EncodeText(ReadOnlySpan<char> text)
    {
        var storage = new StringBuilder(text.Length + 16);
        EncodeText(text, storage);
        return storage.ToString();
    }

    /// <summary>A reference to a character, by its name where it has one.</summary>
    public static string Reference(char character) => Names.TryGetValue(character, out var name) ? $"&{name};" : $"&#{(int)character};";

    /// <summary>Whether XML 1.0 allows the code point in a document.</summary>
    private static bool IsAllowed(int code) => code is 9 or 10 or 13 or >= 0x20 and not (0xFFFE or 0xFFFF);

    private static IEnumerable<KeyValuePair<string, char>> Table() =>
        from entry in EntityTable.Text.Split([';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let space = entry.IndexOf(' ')
        select new KeyValuePair<string, char>(entry[..space], (char)int.Parse(entry.AsSpan(space + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
}
