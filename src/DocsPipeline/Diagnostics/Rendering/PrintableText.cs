using System.Globalization;
using System.Text;

namespace DocsPipeline.Diagnostics.Rendering;

/// <summary>
/// Makes text from pages safe to print: controls, line ends, invisible and direction-changing characters become visible, and the markers
/// with which build systems recognise commands anywhere in a line (<c>##[</c>, <c>##vso[</c>) are broken apart.
/// </summary>
internal static class PrintableText
{
    /// <summary>A zero-width space inside the marker: the eye reads the same, the build agent does not.</summary>
    private const string Gap = "\u200B";

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.Contains("##", StringComparison.Ordinal))
        {
            return text;
        }

        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(printable, rune);
        }

        return printable.Replace("##[", $"#{Gap}#[").Replace("##vso[", $"#{Gap}#vso[").ToString();
    }

    /// <summary>How many columns of a terminal the text takes.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(Width);

    private static void Append(StringBuilder printable, Rune rune)
    {
        switch (rune.Value)
        {
            case '\t':
                printable.Append("    ");
                break;
            case 0xA0:
                printable.Append(' ');
                break;
            case var value when IsUnseen(rune):
                printable.Append(CultureInfo.InvariantCulture, $"\\u{{{value:X4}}}");
                break;
            default:
                printable.Append(rune);
                break;
        }
    }

    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || rune.Value == 0xFFFD;

    private static int Width(Rune rune) => rune.Value switch
    {
        < 0x300 => 1,
        0x200B => 0,
        >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
            or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD => 2,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0 : 1,
    };
}
