namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// A comment that is a directive: <c>&lt;!-- confluence:name … --&gt;</c>, <c>&lt;!-- /confluence:name --&gt;</c>,
/// <c>&lt;!-- storage:name … --&gt;</c>. One that ends with a slash has no body, whatever stands behind it.
/// </summary>
internal sealed record DirectiveTag(string Name, List<KeyValuePair<string, string?>> Attributes, bool Closes, bool IsEmpty = false)
{
    public const string MacroPrefix = "confluence:";
    public const string StoragePrefix = "storage:";

    public string End => $"<!-- /{Name} -->";

    /// <summary>Null for any other comment.</summary>
    public static DirectiveTag? Parse(ReadOnlySpan<char> comment)
    {
        var inner = comment.Trim();
        if (!inner.StartsWith("<!--") || !inner.EndsWith("-->") || inner.Length < 8)
        {
            return null;
        }

        inner = inner[4..^3].Trim();
        var closes = inner.StartsWith("/");
        inner = closes ? inner[1..] : inner;
        var empty = inner.EndsWith(" /");
        inner = empty ? inner[..^2] : inner;
        if (!inner.StartsWith(MacroPrefix) && !inner.StartsWith(StoragePrefix))
        {
            return null;
        }

        var end = inner.IndexOfAny(" \t\r\n");
        var name = (end < 0 ? inner : inner[..end]).ToString();
        return new DirectiveTag(name, end < 0 ? [] : AttributeText.Parse(inner[end..]), closes, empty);
    }

    public string? this[string attribute] => Attributes.Find(candidate => candidate.Key == attribute).Value;
}
