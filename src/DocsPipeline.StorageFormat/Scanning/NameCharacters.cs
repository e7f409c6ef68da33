using System.Globalization;
using System.Runtime.CompilerServices;

namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>What names in XML are made of.</summary>
internal static class NameCharacters
{
    /// <summary>A bit for each of the first 64 characters: digits, <c>-</c>, <c>.</c> and <c>:</c>.</summary>
    private const ulong Low = (1UL << '-') | (1UL << '.') | (0x3FFUL << '0') | (1UL << ':');

    /// <summary>A bit for each of the next 64: letters and <c>_</c>.</summary>
    private const ulong High = (0x3FFFFFFUL << ('A' - 64)) | (1UL << ('_' - 64)) | (0x3FFFFFFUL << ('a' - 64));

    /// <summary>The length of the name that a text begins with; 0 where it begins with none.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !(char.IsAsciiLetter(text[0]) || char.IsLetter(text[0]) || text[0] is '_' or ':'))
        {
            return 0;
        }

        var length = 1;
        while (length < text.Length && (text[length] < 128 ? IsAsciiPart(text[length]) : IsPart(text[length])))
        {
            length++;
        }

        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsAsciiPart(char character) => (((character < 64 ? Low : High) >> (character & 63)) & 1) != 0;

    private static bool IsPart(char character) =>
        char.IsLetterOrDigit(character) || character == '\u00B7' || char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;
}
