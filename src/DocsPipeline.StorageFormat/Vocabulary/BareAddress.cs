using System.Buffers;
using System.Globalization;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// Addresses that GitHub links though nothing marks them: <c>https://…</c>, <c>www.…</c> and e-mail. Only what every reader of GitHub's
/// Markdown takes for one is taken for one here (GFM 6.9).
/// </summary>
internal static class BareAddress
{
    /// <summary>What ends a sentence is no part of the address that ends it.</summary>
    private const string Trailing = "?!.,:)";

    private static readonly string Unseen = new([.. Enumerable.Range(0x80, 0xFF80).Select(code => (char)code)
        .Where(code => char.IsWhiteSpace(code) || char.GetUnicodeCategory(code) is UnicodeCategory.Format or UnicodeCategory.Control)]);

    /// <summary>What not every reader takes the same way within an address or behind it, up to the next space.</summary>
    private static readonly SearchValues<char> Doubtful = SearchValues.Create("<>`\\|[]()*~'\";" + Unseen);

    /// <summary>What an address must not have that is left as it is where nothing is linked.</summary>
    public static readonly SearchValues<char> NotAlone = SearchValues.Create("<>`\\|[]*&" + Unseen);

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly string[] Beginnings = ["https://", "http://", "www.", "ftp://"];

    private static readonly SearchValues<string> Any = SearchValues.Create(["://", "www.", "@"], StringComparison.Ordinal);

    /// <summary>Whether a text may hold an address; most texts do not.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text) => text.ContainsAny(Any);

    /// <summary>How much of a text must go on as it is for an address to begin here; 0 where none does.</summary>
    public static int Beginning(ReadOnlySpan<char> text)
    {
        foreach (var beginning in Beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.Ordinal))
            {
                return text.Length > beginning.Length && char.IsLetterOrDigit(text[beginning.Length])
                    ? beginning.TrimEnd('/', '.').Length
                    : 0;
            }
        }

        return 0;
    }

    /// <summary>
    /// How long the address is that a word begins with, where every reader ends it at the same place; 0 where they would not. A word goes
    /// on to the next space.
    /// </summary>
    public static int Length(ReadOnlySpan<char> word)
    {
        var address = word.TrimEnd(Trailing);
        if (address.ContainsAny(Doubtful) || address[^1] == '_')
        {
            return 0;
        }

        foreach (var beginning in Beginnings.AsSpan(0, 3))
        {
            if (address.StartsWith(beginning, StringComparison.Ordinal))
            {
                return IsDomain(address[beginning.Length..]) ? address.Length : 0;
            }
        }

        return 0;
    }

    /// <summary>Whether an address is read right behind a character (<c>\n</c> where a line begins).</summary>
    public static bool MayFollow(char character) => character is '\n' or '\0' or ' ' or '\t' or '(' or '>' or '*' or '_' or '~';

    /// <summary>How much of what was taken for an address is one on GitHub, which takes the end of a sentence off.</summary>
    public static int Trimmed(ReadOnlySpan<char> address)
    {
        while (!address.IsEmpty)
        {
            var isEnd = address[^1] switch
            {
                '?' or '!' or '.' or ',' or ':' or '*' or '_' or '~' or '\'' or '"' or ';' => true,
                ')' => address.Count(')') > address.Count('('),
                _ => false,
            };
            if (!isEnd)
            {
                break;
            }

            var name = address[^1] == ';' ? address[..^1].LastIndexOfAnyExcept(Letters) : -1;
            address = name > 0 && name < address.Length - 2 && address[name] == '&' ? address[..name] : address[..^1];
        }

        return address.Length;
    }

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

    private static bool IsDomain(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || (length > 0 && text[length] is '.' or '-')))
        {
            length++;
        }

        var domain = text[..length];
        return !domain.IsEmpty && domain[^1] is not ('.' or '-') && domain.IndexOf("..") < 0
            && (length == text.Length || text[length] is '/' or ':' or '?' or '#');
    }
}
