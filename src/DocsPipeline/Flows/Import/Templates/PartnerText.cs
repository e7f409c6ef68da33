using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DocsPipeline.Flows.Import.Templates;

/// <summary>
/// Text that a partner typed, made harmless for Markdown that GitHub and Confluence will render: it stays readable to the letter, and it
/// can neither mention, link, close, command, load nor format anything. Addresses of people and money are replaced before the first write.
/// </summary>
public static partial class PartnerText
{
    // Breaks a word for GitHub's autolinks without showing; a backslash alone does not stop a mention.
    private const char Invisible = '\u200B';

    private const string Special = "\\`*_{}[]<>|~$^";

    /// <summary>
    /// One line of plain text, for titles and front matter: no Markdown is escaped, nothing invisible and no personal data is left.
    /// </summary>
    public static string OneLine(string text) =>
        string.Join(' ', Scrub(Visible(text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Markdown that renders as the text that was typed; line breaks are kept.</summary>
    public static string Neutralise(string text)
    {
        var clean = Scrub(Visible(text));
        var result = new StringBuilder(clean.Length + 16);
        var lineStart = true;
        for (var index = 0; index < clean.Length; index++)
        {
            var character = clean[index];
            if (character == '\n')
            {
                result.Append(character);
                lineStart = true;
                continue;
            }

            if (lineStart && character is ' ' or '\t')
            {
                // Four leading blanks would make a code block.
                continue;
            }

            Append(result, clean, index, lineStart);
            lineStart = false;
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, string text, int index, bool lineStart)
    {
        var character = text[index];
        var next = index + 1 < text.Length ? text[index + 1] : '\0';
        if (character is '@' or '#' || (character == '-' && char.IsAsciiDigit(next) && Follows(text, index, "GH")))
        {
            // @user, #12 and owner/repo#12, GH-12; a `#` that begins a line would be a heading.
            result.Append(lineStart && character == '#' ? "\\" : "").Append(character).Append(Invisible);
        }
        else if (character == ':' && next == '/')
        {
            result.Append(character).Append(Invisible);
        }
        else if (character == '.' && Follows(text, index, "www"))
        {
            result.Append(Invisible).Append(character);
        }
        else if (lineStart && character == '/')
        {
            result.Append(Invisible).Append(character);
        }
        else if (Special.Contains(character, StringComparison.Ordinal) || (lineStart && character is '-' or '+' or '=' or ':' or '!')
            || (character is '.' or ')' && IsListNumber(text, index)))
        {
            result.Append('\\').Append(character);
        }
        else
        {
            result.Append(character == '&' ? "&amp;" : character.ToString());
        }
    }

    private static bool Follows(string text, int index, string word) =>
        index >= word.Length && text.AsSpan(index - word.Length, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsListNumber(string text, int index)
    {
        var start = index;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        var line = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        return start < index && string.IsNullOrWhiteSpace(text[line..start]);
    }

    // Controls, bidirectional overrides and other invisible characters hide what a text says from the person who reads it.
    private static string Visible(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (rune.Value == '\n' || category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            {
                result.Append(rune.Value == '\t' ? " " : rune.ToString());
            }
        }

        return result.ToString();
    }

    private static string Scrub(string text)
    {
        text = Secret().Replace(text, "(secret removed)");
        text = Email().Replace(text, "(e-mail address)");
        text = Iban().Replace(text, "(bank account)");
        text = Card().Replace(text, match => IsCardNumber(match.Value) ? "(card number)" : match.Value);
        return Phone().Replace(text, "(phone number)");
    }

    private static bool IsCardNumber(string text)
    {
        var digits = text.Where(char.IsAsciiDigit).Select(digit => digit - '0').Reverse().ToList();
        return digits.Count is >= 13 and <= 19 && digits.Select(Luhn).Sum() % 10 == 0;

        static int Luhn(int digit, int index) => index % 2 == 0 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2;
    }

    [GeneratedRegex(
        @"-----BEGIN[A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END[A-Z ]*PRIVATE KEY-----|$)"
        + @"|\b(gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|xox[abprs]-[A-Za-z0-9-]{10,}|AKIA[A-Z0-9]{16}"
        + @"|eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,})")]
    private static partial Regex Secret();

    [GeneratedRegex(@"[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,6}")]
    private static partial Regex Email();

    [GeneratedRegex(@"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b")]
    private static partial Regex Iban();

    [GeneratedRegex(@"\b[0-9](?:[ -]?[0-9]){12,18}\b")]
    private static partial Regex Card();

    // Only numbers written as phone numbers are, with a leading plus: order and control numbers must survive.
    [GeneratedRegex(@"\+[0-9](?:[ ()./-]{0,2}[0-9]){6,14}")]
    private static partial Regex Phone();
}
