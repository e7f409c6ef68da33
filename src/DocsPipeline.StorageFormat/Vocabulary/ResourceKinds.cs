namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// The resources a link can name, with the attribute that names them; their other attributes have short names in a typed link.
/// </summary>
internal static class ResourceKinds
{
    private const string OwnPrefix = "ri:";
    private const string LinkPrefix = "ac:";
    private const string Resource = "resource:";
    private const string Link = "link:";

    private static readonly (string Detail, string Attribute)[] Details =
    [
        ("space", "ri:space-key"),
        ("version", "ri:version-at-save"),
        ("day", "ri:posting-day"),
        ("parameter", "ri:parameter"),
        ("title", "ri:content-title"),
        ("id", "ri:content-id"),
        ("userkey", "ri:userkey"),
        ("username", "ri:username"),
    ];

    public static string? MainAttribute(string kind) => kind switch
    {
        "page" or "blog-post" => "ri:content-title",
        "attachment" => "ri:filename",
        "space" => "ri:space-key",
        "shortcut" => "ri:key",
        "content-entity" => "ri:content-id",
        "user" => "ri:account-id",
        "url" => "ri:value",
        _ => null,
    };

    /// <summary>What an attribute of the resource is called in a typed link.</summary>
    public static string DetailFor(ReadOnlySpan<char> attribute)
    {
        foreach (var (detail, name) in Details)
        {
            if (attribute.SequenceEqual(name))
            {
                return detail;
            }
        }

        return attribute.StartsWith(OwnPrefix) ? attribute.ToString() : $"{Resource}{attribute}";
    }

    /// <summary>What an attribute of the link itself is called in a typed link.</summary>
    public static string DetailForLink(ReadOnlySpan<char> attribute) =>
        attribute.StartsWith(LinkPrefix) ? attribute.ToString() : $"{Link}{attribute}";

    /// <summary>The attribute of the resource that a detail stands for, or null.</summary>
    public static string? AttributeFor(string detail)
    {
        foreach (var (known, attribute) in Details)
        {
            if (known == detail)
            {
                return attribute;
            }
        }

        return Unknown(detail, OwnPrefix, Resource);
    }

    /// <summary>The attribute of the link itself that a detail stands for, or null.</summary>
    public static string? LinkAttributeFor(string detail) => Unknown(detail, LinkPrefix, Link);

    private static string? Unknown(string detail, string prefix, string marked) =>
        detail.StartsWith(prefix, StringComparison.Ordinal) ? detail
        : detail.StartsWith(marked, StringComparison.Ordinal) ? detail[marked.Length..]
        : null;
}
