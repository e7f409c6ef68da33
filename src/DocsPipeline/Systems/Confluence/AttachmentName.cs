using System.Globalization;
using System.Text;

namespace DocsPipeline.Systems.Confluence;

/// <summary>
/// What an attachment is called as a file of the repository: composed (NFC), without what file systems refuse, and never a path.
/// </summary>
public static class AttachmentName
{
    private const int Longest = 120;

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL",
        "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>Two names of one file: Confluence keeps what a Mac uploaded decomposed.</summary>
    public static bool AreSame(string left, string right) =>
        left.Normalize(NormalizationForm.FormC) == right.Normalize(NormalizationForm.FormC);

    /// <summary>A safe file name with the same extension; the same name always gives the same file.</summary>
    public static string ToFile(string name)
    {
        var safe = new StringBuilder();
        foreach (var rune in name.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var odd = Rune.IsControl(rune)
                || rune.Value is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or '#' or '%' or '&' or '\uFFFD'
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse;
            safe.Append(odd || Rune.IsWhiteSpace(rune) ? "-" : rune.ToString());
        }

        var text = safe.ToString().Trim('.', '-');
        var dot = text.LastIndexOf('.');
        var (stem, extension) = dot > 0 ? (text[..dot], text[dot..].ToLowerInvariant()) : (text, "");
        stem = stem.Length > Longest ? stem[..Longest] : stem.Length == 0 ? "file" : stem;
        return (Reserved.Contains(stem) ? $"_{stem}" : stem) + extension;
    }
}
