using System.Globalization;
using System.Text;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Rules;

/// <summary>Characters that a reviewer cannot see: those that reorder text are errors, the others warnings; once per document and
/// kind.</summary>
internal sealed class CharacterIsInvisible : IRule
{
    private const int ZeroWidthJoiner = 0x200D;

    public IEnumerable<Diagnostic> Check(RuleContext context)
    {
        var text = context.Document.Text;
        if (System.Text.Ascii.IsValid(text))
        {
            return [];
        }

        var found = new Dictionary<DiagnosticCode, Diagnostic>();
        var offset = 0;
        var before = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (CodeOf(rune, before) is { } code && !found.ContainsKey(code))
            {
                found[code] = code.At(
                    context.Document.Path, SourceSpan.At(text, offset, rune.Utf16SequenceLength), $"{code.Title}: U+{rune.Value:X4}",
                    help: "delete it");
            }

            before = rune;
            offset += rune.Utf16SequenceLength;
        }

        return found.Values;
    }

    private static DiagnosticCode? CodeOf(Rune rune, Rune before) => rune.Value switch
    {
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C or (>= 0xE0000 and <= 0xE0FFF) =>
            Catalogue.Markdown.CharacterChangesDirection,
        ZeroWidthJoiner when before.Value >= 0x2190 => null,
        0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 or 0x034F or 0x17B4 or 0x17B5 or 0x180E or 0x2028 or 0x2029 or 0x85 =>
            Catalogue.Markdown.CharacterIsInvisible,
        >= 0xFE00 and <= 0xFE0F when before.Value < 0x2000 && !Rune.IsDigit(before) && before.Value is not ('#' or '*' or 0xA9 or 0xAE) =>
            Catalogue.Markdown.CharacterIsInvisible,
        > 0x7E => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
            ? Catalogue.Markdown.CharacterIsInvisible : null,
        < 0x20 and not ('\n' or '\r' or '\t') => Catalogue.Markdown.CharacterIsInvisible,
        _ => null,
    };
}
