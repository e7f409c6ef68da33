using System.Globalization;
using System.Text;

namespace DocsPipeline.Documents;

/// <summary>A file name or id made from a title: lower-case ASCII letters, digits and single hyphens, at most 80 characters.</summary>
public static class Slug
{
    /// <summary>Letters lose their marks (é becomes e); a title without one Latin letter or digit gives <paramref
    /// name="fallback"/>.</summary>
    public static string Of(string title, string fallback = "page")
    {
        var slug = new StringBuilder();
        foreach (var character in title.Normalize(NormalizationForm.FormD))
        {
            var lower = char.ToLowerInvariant(character);
            if (char.IsAsciiLetterOrDigit(lower))
            {
                slug.Append(lower);
            }
            else if (slug.Length > 0 && slug[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                slug.Append('-');
            }

            if (slug.Length == 80)
            {
                break;
            }
        }

        var text = slug.ToString().Trim('-');
        return text.Length >= 3 ? text : text.Length > 0 ? $"{fallback}-{text}" : fallback;
    }
}
