using System.Buffers;
using System.Text;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Characters that no page can hold, since XML has none of them: form feeds in code, halves of surrogate pairs.</summary>
internal static class UnstorableCharacters
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with the sign for an unknown character in the place of each, and a finding at the first of them.</summary>
    public static string Replace(string markdown, out ConversionFinding? finding)
    {
        StringBuilder? text = null;
        var first = -1;
        for (var at = Next(markdown, 0); at < markdown.Length;)
        {
            var length = Length(markdown.AsSpan(at));
            if (length == 0)
            {
                first = first < 0 ? at : first;
                (text ??= new StringBuilder(markdown))[at] = Replacement;
            }

            at = Next(markdown, at + Math.Max(1, length));
        }

        finding = first < 0 ? null : ConversionFinding.At(FindingKind.PartIsDropped, markdown, first,
            $"character U+{(int)markdown[first]:X4} cannot stand in a page and is replaced by U+{(int)Replacement:X4}, as all of its kind",
            "take it out");
        return text?.ToString() ?? markdown;
    }

    private static int Next(string text, int at) => at + UsualCharacters.Length(text.AsSpan(at));

    /// <summary>The length of the character that a text begins with; 0 where it is none that XML has.</summary>
    private static int Length(ReadOnlySpan<char> text) => text[0] switch
    {
        >= '\uE000' and <= '\uFFFD' => 1,
        _ when char.IsSurrogate(text[0]) && Rune.DecodeFromUtf16(text, out _, out var length) == OperationStatus.Done => length,
        _ => 0,
    };
}
