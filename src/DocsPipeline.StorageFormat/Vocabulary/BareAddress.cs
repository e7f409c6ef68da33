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

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\v\f<");

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private const string Host = "www.";

    private static readonly string[] Beginnings = ["https://", "http://", Host, "ftp://"];

    private static readonly string[] Protocols = ["mailto:", "xmpp:"];

    /// <summary>Whether a text may hold an address; most texts do not.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text) =>
        text.Contains('@') || text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.Ordinal);

    /// <summary>How much of a text must go on as it is for an address to begin here; 0 where none does.</summary>
    public static int Beginning(ReadOnlySpan<char> text)
    {
        foreach (var beginning in Beginnings)
        {
            // GitHub knows a scheme in letters of any size, and a host without one in small letters.
            var isHost = beginning == Host;
            if (text.StartsWith(beginning, isHost ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase))
            {
                var next = text.Length > beginning.Length ? text[beginning.Length] : '\n';
                return IsInHost(next) || (isHost && next is '-' or '.')
                    ? beginning.TrimEnd('/', '.').Length
                    : 0;
            }
        }

        return 0;
    }

    /// <summary>How much of a text GitHub takes for the address that it begins with; 0 where it begins with none.</summary>
    public static int Linked(ReadOnlySpan<char> text)
    {
        if (Beginning(text) == 0 || !IsHost(text[(text.IndexOf("://") is var scheme and >= 0 and < 6 ? scheme + 3 : 0)..]))
        {
            return 0;
        }

        var end = text.IndexOfAny(Ends);
        return Trimmed(end < 0 ? text : text[..end]);
    }

    /// <summary>How long the scheme is that a text ends with, where it ends with one that an address may have; else 0.</summary>
    public static int SchemeAtEnd(ReadOnlySpan<char> text)
    {
        foreach (var beginning in Beginnings)
        {
            var scheme = beginning.AsSpan().TrimEnd(":/");
            if (beginning != Host && text.EndsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return scheme.Length;
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

    /// <summary>
    /// Whether an address is read right behind a character (<c>\n</c> where a line begins), by the character that it has behind its scheme
    /// or, without one, begins with.
    /// </summary>
    public static bool MayFollow(char character, char sign) => sign == 'w'
        ? character is '\n' or '\r' or '\0' or ' ' or '\t' or '(' or '*' or '_' or '~'
        : !char.IsAsciiLetter(character);

    /// <summary>How much of what was taken for an address is one on GitHub, which takes the end of a sentence off.</summary>
    public static int Trimmed(ReadOnlySpan<char> address)
    {
        var unopened = address.Count(')') - address.Count('(');
        while (!address.IsEmpty)
        {
            var isEnd = address[^1] switch
            {
                '?' or '!' or '.' or ',' or ':' or '*' or '_' or '~' or '\'' or '"' or ';' => true,
                ')' => unopened-- > 0,
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

    /// <summary>
    /// The e-mail address around an <c>@</c>, with the protocol that is said of it: where it begins and how long it is; a length of 0 where
    /// there is none.
    /// </summary>
    public static (int Start, int Length) Email(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '-' or '_' or '+'))
        {
            start--;
        }

        var protocol = ProtocolAtEnd(text[..start]);
        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-' or '_'))
        {
            end++;
        }

        var domain = text[(at + 1)..end];
        var isEmail = start < at && !domain.IsEmpty && (char.IsAsciiLetter(domain[^1]) || domain[^1] == '.')
            && HasPeriod(domain) && (end == text.Length || text[end] != '@');
        start -= protocol.Length;
        return isEmail ? (start, Trimmed(text[start..end])) : (at, 0);
    }

    /// <summary>Where the link leads that an e-mail address is, with or without its protocol.</summary>
    public static string TargetOf(string email) =>
        Array.Exists(Protocols, protocol => email.StartsWith(protocol, StringComparison.Ordinal)) ? email : "mailto:" + email;

    private static string ProtocolAtEnd(ReadOnlySpan<char> text)
    {
        foreach (var protocol in Protocols)
        {
            if (text.EndsWith(protocol) && (text.Length == protocol.Length || !char.IsAsciiLetterOrDigit(text[^(protocol.Length + 1)])))
            {
                return protocol;
            }
        }

        return "";
    }

    /// <summary>Whether a domain has a period that another part of it stands behind.</summary>
    private static bool HasPeriod(ReadOnlySpan<char> domain)
    {
        for (var at = 0; at + 1 < domain.Length; at++)
        {
            if (domain[at] == '.' && char.IsAsciiLetterOrDigit(domain[at + 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInHost(char character) => !char.IsWhiteSpace(character) && !char.IsPunctuation(character)
        && character is not ('<' or '>' or '=' or '+' or '$' or '^' or '`' or '|' or '~') and not < ' ';

    /// <summary>
    /// Whether a text begins with a host that GitHub links: its last two parts have no underscore, where there are not many parts.
    /// </summary>
    private static bool IsHost(ReadOnlySpan<char> text)
    {
        const int Many = 10;
        var (last, before, periods) = (false, false, 0);
        for (var at = 1; at < text.Length && (IsInHost(text[at]) || text[at] is '-' or '_' or '.'); at++)
        {
            last |= text[at] == '_';
            if (text[at] == '.')
            {
                (last, before) = (false, last);
                periods++;
            }
        }

        return !(last || before) || periods > Many;
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
