using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace DocsPipeline.Documents.Markdown.Regions;

/// <summary>
/// The word behind <c>:::</c>, made comparable: compatibility forms folded (NFKC), lower case, invisible characters out. What merely looks
/// like <c>internal</c> or <c>partner</c> is a fault of its own, because a reviewer would read it as the real one.
/// </summary>
internal static class MarkerName
{
    // Letters of other scripts that are drawn like the letters of the two words (Unicode's confusables.txt, reduced to those letters).
    private static readonly FrozenDictionary<int, char> Lookalikes = new (char Letter, string Drawn)[]
    {
        ('a', "аɑαａạȧ@"), ('e', "еҽɛєℯẹė3"), ('i', "іıɩιɪ1|!lḷ"), ('l', "ӏⅼɭ1|iḷ"), ('n', "ոпռηɴṅṇ"), ('p', "рρϱṗ"), ('r', "гᴦɼʀṙṛ"),
        ('t', "тτṭƭ"),
    }.SelectMany(pair => pair.Drawn.EnumerateRunes().Select(rune => (rune.Value, pair.Letter)))
        .DistinctBy(pair => pair.Value)
        .ToFrozenDictionary(pair => pair.Value, pair => pair.Letter);

    private static readonly string[] Guarded = ["internal", "partner"];

    public static string Normalise(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var rune in Compatible(name).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark) && !IsFiller(rune))
            {
                plain.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return plain.ToString();
    }

    /// <summary>Whether the name holds characters that a reader does not see.</summary>
    public static bool HidesCharacters(string name) =>
        name.EnumerateRunes()
            .Any(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control || IsFiller(rune));

    /// <summary>The guarded word that a (normalised) name looks like without being it, or null.</summary>
    public static string? Imitates(string normalised)
    {
        var drawn = Skeleton(normalised);
        return Array.Find(Guarded, word => word != normalised && (Skeleton(word) == drawn || IsOneStepFrom(normalised, word)));
    }

    private static string Skeleton(string name)
    {
        var skeleton = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && rune.Value is not ('-' or '_'))
            {
                var letter = Lookalikes.TryGetValue(rune.Value, out var drawn) ? drawn : (char)0;
                skeleton.Append(letter == 0 ? rune.ToString() : letter == 'l' ? "i" : letter.ToString());
            }
        }

        return skeleton.Replace("l", "i").ToString();
    }

    // "intern", "partners", "internl": a slip of the pen must not open what was to be closed.
    private static bool IsOneStepFrom(string name, string word) => EditDistance.Between(name, word) <= 2 && name.Length >= word.Length - 2;

    private static string Compatible(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return "\uFFFD";
        }
    }

    private static bool IsFiller(Rune rune) =>
        rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 or 0x034F or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF);
}
