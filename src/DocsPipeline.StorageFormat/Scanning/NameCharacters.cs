using System.Globalization;

namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>What names in XML are made of.</summary>
internal static class NameCharacters
{
    private static readonly bool[] Ascii = [.. Enumerable.Range(0, 128)
        .Select(code => char.IsAsciiLetterOrDigit((char)code) || (char)code is '_' or ':' or '-' or '.')];

    /// <summary>The length of the name that a text begins with; 0 where it begins with none.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !(char.IsLetter(text[0]) || text[0] is '_' or ':'))
        {
            return 0;
        }

        var length = 1;
        while (length < text.Length && (text[length] < 128 ? Ascii[text[length]] : IsPart(text[length])))
        {
            length++;
        }

        return length;
    }

    private static bool IsPart(char character) =>
        char.IsLetterOrDigit(character) || character == '\u00B7' || char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;
}
