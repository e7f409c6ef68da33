using System.Text;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// A link target that names a Confluence resource: <c>confluence:page/Title?space=EDI&amp;version=3#anchor</c>, with as little
/// percent-encoding as reads well. Kinds: page, blog-post, attachment, user, space, shortcut, content-entity. An attribute that has no
/// short name keeps its own: <c>ri:…</c> or <c>resource:…</c> is the resource's, <c>ac:…</c> or <c>link:…</c> the link's. The main part is
/// null where only details name the resource, such as a page's <c>id</c>.
/// </summary>
internal sealed record TypedLink(string Kind, string? Main)
{
    public const string Scheme = "confluence:";
    public const string MentionScheme = "mention:";

    /// <summary>The attribute of a tag whose text is only the name of the anchor that it leads to.</summary>
    public const string NoBody = "data-anchor";

    public List<KeyValuePair<string, string>> Details { get; } = [];

    public string? Anchor { get; set; }

    public string? this[string name]
    {
        get
        {
            foreach (var (detail, value) in Details)
            {
                if (detail == name)
                {
                    return value;
                }
            }

            return null;
        }
    }

    public void Add(string name, string? value)
    {
        if (value is not null)
        {
            Details.Add(new(name, value));
        }
    }

    public override string ToString()
    {
        var target = Main is null ? $"{Scheme}{Kind}" : $"{Scheme}{Kind}/{TargetEncoding.Encode(Main)}";
        return target + Query(Details) + (Anchor is null ? "" : $"#{TargetEncoding.Encode(Anchor)}");
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
        var link = new TypedLink(kind, main is null ? null : TargetEncoding.Decode(main))
        {
            Anchor = anchor is null ? null : TargetEncoding.Decode(anchor),
        };
        link.Details.AddRange(ParseQuery(query));
        return link;
    }

    /// <summary>The details behind the <c>?</c>, with it; nothing where there are none.</summary>
    public static string Query(IReadOnlyCollection<KeyValuePair<string, string>> details)
    {
        if (details.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var (name, value) in details)
        {
            text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(TargetEncoding.Encode(value));
        }

        return text.ToString();
    }

    public static IEnumerable<KeyValuePair<string, string>> ParseQuery(string? query) =>
        (query ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries).Select(detail => Split(detail, '='))
            .Select(pair => KeyValuePair.Create(pair.Head, TargetEncoding.Decode(pair.Tail ?? "")));

    private static (string Head, string? Tail) Split(string text, char separator)
    {
        var at = text.IndexOf(separator);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }
}
