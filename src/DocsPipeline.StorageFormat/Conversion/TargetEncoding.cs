using System.Buffers;
using System.Text;

namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>The parts of a link target with as little percent-encoding as reads well.</summary>
internal static class TargetEncoding
{
    private static readonly SearchValues<char> Encoded =
        SearchValues.Create([.. Enumerable.Range(0, 0x3001).Select(code => (char)code).Where(code => IsEncoded(new Rune(code)))]);

    /// <summary>Percent-encodes what would end a part of the target or trouble Markdown, and nothing a person wants to read.</summary>
    public static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAny(Encoded))
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsEncoded(rune))
            {
                foreach (var value in Encoding.UTF8.GetBytes(rune.ToString()))
                {
                    encoded.Append('%').Append(value.ToString("X2"));
                }
            }
            else
            {
                encoded.Append(rune.ToString());
            }
        }

        return encoded.ToString();
    }

    public static string Decode(string text) => text.Contains('%') ? Uri.UnescapeDataString(text) : text;

    private static bool IsEncoded(Rune rune) =>
        rune.Value is '%' or '#' or '?' or '&' or '<' or '>' or '\\' or '"' or '|' or '`' || rune.Value < ' ' || Rune.IsControl(rune)
        || (rune.Value != ' ' && Rune.IsWhiteSpace(rune));
}
