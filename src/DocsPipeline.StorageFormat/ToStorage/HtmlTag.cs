using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>A start or end tag as it stands in Markdown, read leniently; names are lower case.</summary>
internal sealed class HtmlTag(string name, List<KeyValuePair<string, string?>> attributes, bool closes = false, bool empty = false)
{
    public string Name { get; } = name;

    public List<KeyValuePair<string, string?>> Attributes { get; } = attributes;

    public bool Closes { get; } = closes;

    public bool Empty { get; } = empty;

    public string? this[string attribute]
    {
        get
        {
            foreach (var (key, value) in Attributes)
            {
                if (key == attribute)
                {
                    return value ?? "";
                }
            }

            return null;
        }
    }

    /// <summary>The attributes of storage that HTML has no name for: those behind <c>data-attr-</c>.</summary>
    public IEnumerable<(string Name, string Value)> Kept()
    {
        const string Prefix = "data-attr-";
        foreach (var (key, value) in Attributes)
        {
            if (key.StartsWith(Prefix, StringComparison.Ordinal) && StorageElement.IsName(key[Prefix.Length..]))
            {
                yield return (key[Prefix.Length..], LinkSafety.Restore(value ?? ""));
            }
        }
    }

    /// <summary>Reads <c>&lt;name …&gt;</c>, <c>&lt;/name&gt;</c> or <c>&lt;name … /&gt;</c>.</summary>
    public static HtmlTag Parse(ReadOnlySpan<char> text)
    {
        var inner = text.TrimStart('<').TrimEnd('>');
        var closes = inner.StartsWith("/");
        inner = closes ? inner[1..] : inner;
        var empty = inner.EndsWith("/");
        inner = empty ? inner[..^1] : inner;
        var end = inner.IndexOfAny(" \t\r\n");
        var written = end < 0 ? inner : inner[..end];
        var name = ElementNames.Of(written) is > Element.Other and var known
            ? ElementNames.NameOf(known)
            : written.ToString().ToLowerInvariant();
        return new HtmlTag(name, end < 0 ? [] : AttributeText.Parse(inner[end..]), closes,
            empty || name is "br" or "hr" or "img" or "col" or "wbr" or "source");
    }
}
