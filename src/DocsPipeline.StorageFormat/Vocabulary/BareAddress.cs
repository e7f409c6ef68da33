using System.Buffers;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// Addresses that GitHub links though nothing marks them: <c>https://…</c>, <c>www.…</c> and e-mail. Only what every reader of GitHub's
/// Markdown takes for one is taken for one here (GFM 6.9).
/// </summary>
internal static class BareAddress
{
    /// <summary>What may end a sentence is no part of the address that ends it.</summary>
    public const string Trailing = "?!.,:*_~'\"";

    /// <summary>What cannot stand in one without meaning something else.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n<>`\\|[]\u00A0");

    private static readonly string[] Beginnings = ["https://", "http://", "www."];

    /// <summary>How long an address is that begins here, behind a character (<c>\n</c> where a line begins); 0 where none does.</summary>
    public static int Length(char before, ReadOnlySpan<char> text)
    {
        if (!MayFollow(before))
        {
            return 0;
        }

        foreach (var beginning in Beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.Ordinal)
                && Domain(text[beginning.Length..]) is var domain and > 0)
            {
                var end = text.IndexOfAny(Ends);
                var length = text[..(end < 0 ? text.Length : end)].TrimEnd(Trailing + ")").Length;
                return length >= beginning.Length + domain ? length : 0;
            }
        }

        return 0;
    }

    /// <summary>Whether an address may stand right behind a character (<c>\n</c> where a line begins).</summary>
    public static bool MayFollow(char character) => character is '\n' or '\0' or ' ' or '\t' or '(' or '>' or '*' or '_' or '~';

    /// <summary>The e-mail address around an <c>@</c>: where it begins and how long it is; a length of 0 where there is none.</summary>
    public static (int Start, int Length) Email(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '-' or '_' or '+'))
        {
            start--;
        }

        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-' or '_'))
        {
            end++;
        }

        var domain = text[(at + 1)..end].TrimEnd('.');
        var isEmail = start < at && domain.IndexOf('.') > 0 && domain[^1] is not ('-' or '_');
        return isEmail ? (start, at + 1 + domain.Length - start) : (at, 0);
    }

    /// <summary>How long the domain is; 0 where it is none.</summary>
    private static int Domain(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || (length > 0 && text[length] is '.' or '-')))
        {
            length++;
        }

        var domain = text[..length].TrimEnd('.');
        var isWhole = length == text.Length || text[length] is '/' or ':' or '?' or '#' or ' ' or '\n' or '\t' or ')' or ',';
        return isWhole && !domain.IsEmpty && domain.IndexOf("..") < 0 ? domain.Length : 0;
    }
}
