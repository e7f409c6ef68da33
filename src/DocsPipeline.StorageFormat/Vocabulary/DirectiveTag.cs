namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// A comment that is a directive: <c>&lt;!-- confluence:name … --&gt;</c>, <c>&lt;!-- /confluence:name --&gt;</c>,
/// <c>&lt;!-- storage:name … --&gt;</c>.
/// </summary>
internal sealed record DirectiveTag(string Name, List<KeyValuePair<string, string?>> Attributes, bool Closes)
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
        if (!inner.StartsWith(MacroPrefix) && !inner.StartsWith(StoragePrefix))
        {
            return null;
        }

        var end = inner.IndexOfAny(" \t\r\n");
        return new DirectiveTag((end < 0 ? inner : inner[..end]).ToString(), end < 0 ? [] : AttributeText.Parse(inner[end..]), closes);
    }

    public string? this[string attribute] => Attributes.Find(candidate => candidate.Key == attribute).Value;
}
