using System.Buffers;
using System.Collections.Frozen;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// The line that begins a container: <c>::: name {attributes}</c>, and how other tools say the same: <c>:::note Title</c>,
/// <c>:::note[Title]</c>, <c>:::{note} Title</c>. Whatever else begins with colons is text, as it is on GitHub. <paramref name="Title"/> is
/// where in the line that stands.
/// </summary>
internal sealed record ContainerLine(string Name, Range Title, List<KeyValuePair<string, string?>> Attributes)
{
    public const string Important = "important";
    public const string Details = "details";

    private static readonly SearchValues<char> InName =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    /// <summary>Our names by those that people write.</summary>
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["note"] = "note", ["info"] = "note",
        ["tip"] = "tip", ["hint"] = "tip",
        [Important] = Important,
        ["warning"] = "warning", ["attention"] = "warning",
        ["caution"] = "caution", ["danger"] = "caution", ["error"] = "caution",
        ["panel"] = "panel", ["admonition"] = "panel",
        [Details] = Details, ["dropdown"] = Details,
        ["partner"] = "partner",
        ["internal"] = "internal",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it says who may read what stands in it.</summary>
    public bool IsAudience => Name is "partner" or "internal";

    /// <summary>Whether what it stands for has a title.</summary>
    public bool TakesTitle => !IsAudience && !Name.StartsWith(AdfNode.Prefix, StringComparison.Ordinal);

    /// <summary>Whether an attribute says something about it.</summary>
    public bool Knows(string attribute) => IsAudience ? attribute == "partners"
        : AttributeText.IsName(attribute) && attribute[0] is not '.';

    /// <summary>How many colons a line begins with where those make a fence, else 0.</summary>
    public static int Colons(ReadOnlySpan<char> line) => line.Length - line.TrimStart(':').Length is var count and > 2 ? count : 0;

    /// <summary>Null for a line that begins none.</summary>
    public static ContainerLine? Parse(ReadOnlySpan<char> line)
    {
        var text = Colons(line) is var colons and > 0 ? line[colons..].Trim() : default;
        var isBraced = text.StartsWith("{");
        text = isBraced ? text[1..] : text;
        var end = text.IndexOfAnyExcept(InName);
        var name = end < 0 ? text : text[..end];
        text = text[name.Length..];
        if (name.IsEmpty || (isBraced && !text.StartsWith("}")) || Known(name.ToString()) is not { } known)
        {
            return null;
        }

        text = isBraced ? text[1..] : text;
        var brace = text.EndsWith("}") ? text.IndexOf('{') : -1;
        var attributes = brace < 0 ? [] : AttributeText.Parse(text[(brace + 1)..^1]);
        var title = (brace < 0 ? text : text[..brace]).Trim();
        title = title.StartsWith("[") && title.EndsWith("]") ? title[1..^1].Trim() : title;
        _ = line.Overlaps(title, out var start);
        return new ContainerLine(known, title.IsEmpty ? default : start..(start + title.Length), attributes);
    }

    private static string? Known(string name) =>
        name.StartsWith(AdfNode.Prefix, StringComparison.Ordinal) ? name : Names.GetValueOrDefault(name);
}
