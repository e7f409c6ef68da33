using System.Collections.Frozen;

namespace DocsPipeline.Documents.Markdown.Html;

/// <summary>The class names that published HTML may carry; a community's stylesheet is written against these.</summary>
internal static class ClassNames
{
    private static readonly FrozenSet<string> Fixed = new[]
    {
        "alert alert-note", "alert alert-tip", "alert alert-important", "alert alert-warning", "alert alert-caution", "alert-title",
        "status status-grey", "status status-red", "status status-yellow", "status status-green", "status status-blue",
        "status status-purple",
        "align-left", "align-center", "align-right", "task",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Allows(string value) =>
        Fixed.Contains(value) || (value.StartsWith("language-", StringComparison.Ordinal) && IsLanguage(value[9..]));

    /// <summary>The class of a status lozenge with a colour as Confluence names it.</summary>
    public static string Status(string colour)
    {
        var name = $"status status-{colour.ToLowerInvariant()}";
        return Fixed.Contains(name) ? name : "status status-grey";
    }

    /// <summary>A code block's language in the form that goes into a class name, or nothing.</summary>
    public static string Language(string info)
    {
        var name = info.Trim().ToLowerInvariant();
        return IsLanguage(name) ? name : "";
    }

    private static bool IsLanguage(string name) =>
        name.Length is > 0 and <= 32
            && name.All(
                character =>
                    char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '+' or '#' or '_' or '.');
}
