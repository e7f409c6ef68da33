using System.Globalization;
using System.Text;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>GitHub's anchor of a heading: lower case, hyphens for spaces, without punctuation; equal ones are numbered elsewhere.</summary>
internal static class GitHubSlug
{
    public static string Of(string heading)
    {
        var slug = new StringBuilder(heading.Length);
        foreach (var rune in heading.Trim().EnumerateRunes())
        {
            if (rune.Value is ' ' or '\n')
            {
                slug.Append('-');
            }
            else if (rune.Value == '-' || Rune.IsLetterOrDigit(rune) || IsMark(Rune.GetUnicodeCategory(rune)))
            {
                slug.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return slug.ToString();
    }

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.ConnectorPunctuation;
}
