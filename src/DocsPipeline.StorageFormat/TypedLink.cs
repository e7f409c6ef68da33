using System.Buffers;
using System.Text;

namespace DocsPipeline.StorageFormat;

/// <summary>
/// A link target that names a Confluence resource: <c>confluence:page/Title?space=EDI&amp;version=3#anchor</c>, with as little percent-encoding as
/// reads well. Kinds: page, blog-post, attachment, user, space, shortcut, content-entity.
/// </summary>
internal sealed record TypedLink(string Kind, string Main)
{
    public const string Scheme = "confluence:";
    public const string MentionScheme = "mention:";

    private static readonly SearchValues<char> Encoded = SearchValues.Create([.. Enumerable.Range(0, 0x3001).Select(code => (char)code).Where(code => IsEncoded(new Rune(code)))]);

    public List<KeyValuePair<string, string>> Details { get; } = [];

    public string? Anchor { get; set; }

    public string? this[string name] => Details.Where(detail => detail.Key == name).Select(detail => detail.Value).FirstOrDefault();

    public void Add(string name, string? value)
    {
        if (value is not null)
        {
            Details.Add(new(name, value));
        }
    }

    public override string ToString()
    {
        if (Details.Count == 0 && Anchor is null)
        {
            return $"{Scheme}{Kind}/{Encode(Main)}";
        }

        var text = new StringBuilder(Scheme).Append(Kind).Append('/').Append(Encode(Main));
        var separator = '?';
        foreach (var (name, value) in Details)
        {
            text.Append(separator).Append(name).Append('=').Append(Encode(value));
            separator = '&';
        }

        return Anchor is null ? text.ToString() : text.Append('#').Append(Encode(Anchor)).ToString();
    }

    public static TypedLink? Parse(string target)
    {
        if (!target.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        var (path, anchor) = Split(target[Scheme.Length..], '#');
        var (name, query) = Split(path, '?');
        var (kind, main) = Split(name, '/');
        var link = new TypedLink(kind, Decode(main ?? "")) { Anchor = anchor is null ? null : Decode(anchor) };
        foreach (var detail in (query ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = Split(detail, '=');
            link.Add(key, Decode(value ?? ""));
        }

        return link;
    }

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

    private static bool IsEncoded(Rune rune) =>
        rune.Value is '%' or '#' or '?' or '&' or '<' or '>' or '\\' or '"' or '|' or '`' || rune.Value < ' ' || Rune.IsControl(rune) || (rune.Value != ' ' && Rune.IsWhiteSpace(rune));

    public static string Decode(string text) => text.Contains('%') ? Uri.UnescapeDataString(text) : text;

    private static (string Head, string? Tail) Split(string text, char separator)
    {
        var at = text.IndexOf(separator);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }
}
