using System.Globalization;
using System.Text;

namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>
/// Character references both ways. Confluence stores every character that has an HTML 4 name under that name, and the others raw.
/// </summary>
internal static class Entities
{
    /// <summary>No character beyond has a name, so that most scripts are through with one comparison.</summary>
    private const char Last = '\u2666';

    private const string Unwritable =
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\v\f\r\u000e\u000f"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\uFFFE\uFFFF";

    private static readonly string?[] Names = new string?[Last + 1];

    private static readonly char[] Characters;

    private static readonly NameTable Numbers;

    private static readonly CharacterSet Special;

    static Entities()
    {
        var names = new List<string> { "apos" };
        var characters = new List<char> { '\'' };
        foreach (var entry in EntityTable.Text.AsSpan().Split(';'))
        {
            var text = EntityTable.Text.AsSpan(entry).Trim();
            if (text.IndexOf(' ') is var space and > 0)
            {
                names.Add(text[..space].ToString());
                characters.Add((char)int.Parse(text[(space + 1)..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                Names[characters[^1]] = $"&{names[^1]};";
            }
        }

        Characters = [.. characters];
        Numbers = new NameTable([.. names]);
        Special = new CharacterSet(string.Concat(characters[1..]) + Unwritable);
    }

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
            var known = Numbers.Find(name);
            rune = known < 0 ? default : new Rune(Characters[known]);
            return known < 0 ? 0 : end + 1;
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

    /// <summary>Where the first character stands that storage does not hold as it is; −1 where there is none.</summary>
    public static int IndexOfSpecial(ReadOnlySpan<char> text) => Special.IndexIn(text);

    /// <summary>Such a character as Confluence stores it between tags; nothing for one that XML has no place for.</summary>
    public static string Stored(char character) =>
        character == '\r' || (character <= Last && Names[character] is not null) ? Reference(character) : "";

    /// <summary>Text as Confluence stores it between tags.</summary>
    public static string EncodeText(string text)
    {
        if (IndexOfSpecial(text) < 0)
        {
            return text;
        }

        var storage = new StringBuilder(text.Length + 16);
        var rest = text.AsSpan();
        for (var special = IndexOfSpecial(rest); special >= 0; special = IndexOfSpecial(rest))
        {
            storage.Append(rest[..special]).Append(Stored(rest[special]));
            rest = rest[(special + 1)..];
        }

        return storage.Append(rest).ToString();
    }

    /// <summary>A value as Confluence stores it between double quotes.</summary>
    public static string EncodeAttribute(string value) =>
        value.AsSpan().IndexOfAny('\n', '\t') < 0 ? EncodeText(value) : EncodeText(value).Replace("\n", "&#10;").Replace("\t", "&#9;");

    /// <summary>A reference to a character, by its name where it has one.</summary>
    public static string Reference(char character) => character <= Last && Names[character] is { } name ? name : $"&#{(int)character};";

    /// <summary>Whether XML 1.0 allows the code point in a document.</summary>
    private static bool IsAllowed(int code) => code is 9 or 10 or 13 or >= 0x20 and not (0xFFFE or 0xFFFF);
}
