using System.Text;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// A link target that names a Confluence resource: <c>confluence:page/Title?space=EDI&amp;version=3#anchor</c>, with as little
/// percent-encoding as reads well. Kinds: page, blog-post, attachment, user, space, shortcut, content-entity.
/// </summary>
internal sealed record TypedLink(string Kind, string Main)
{
    public const string Scheme = "confluence:";
    public const string MentionScheme = "mention:";

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
            return $"{Scheme}{Kind}/{TargetEncoding.Encode(Main)}";
        }

        var text = new StringBuilder(Scheme).Append(Kind).Append('/').Append(TargetEncoding.Encode(Main));
        var separator = '?';
        foreach (var (name, value) in Details)
        {
            text.Append(separator).Append(name).Append('=').Append(TargetEncoding.Encode(value));
            separator = '&';
        }

        return Anchor is null ? text.ToString() : text.Append('#').Append(TargetEncoding.Encode(Anchor)).ToString();
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
        var link = new TypedLink(kind, TargetEncoding.Decode(main ?? ""))
        {
            Anchor = anchor is null ? null : TargetEncoding.Decode(anchor),
        };
        foreach (var detail in (query ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = Split(detail, '=');
            link.Add(key, TargetEncoding.Decode(value ?? ""));
        }

        return link;
    }

    private static (string Head, string? Tail) Split(string text, char separator)
    {
        var at = text.IndexOf(separator);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }
}
