namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// The resources a link can name, with the attribute that names them; their other attributes have short names in a typed link.
/// </summary>
internal static class ResourceKinds
{
    private static readonly (string Detail, string Attribute)[] Details =
    [
        ("space", "ri:space-key"),
        ("version", "ri:version-at-save"),
        ("day", "ri:posting-day"),
        ("parameter", "ri:parameter"),
        ("title", "ri:content-title"),
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

    public static string? DetailFor(ReadOnlySpan<char> attribute)
    {
        foreach (var (detail, name) in Details)
        {
            if (attribute.SequenceEqual(name))
            {
                return detail;
            }
        }

        return null;
    }

    public static string? AttributeFor(string detail) =>
        Details.Where(pair => pair.Detail == detail).Select(pair => pair.Attribute).FirstOrDefault();
}
