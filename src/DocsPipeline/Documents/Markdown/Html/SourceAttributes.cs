using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace DocsPipeline.Documents.Markdown.Html;

/// <summary>
/// Attributes of raw HTML in a document: kept where partners may get them, dropped where they are only looks or Confluence's bookkeeping,
/// and a reason to hide the whole element otherwise: <c>hidden</c> or <c>display: none</c> must not become visible text.
/// </summary>
internal static partial class SourceAttributes
{
    private static readonly FrozenSet<string> Ignored = new[]
    {
        "class", "dir", "id", "lang", "name", "rel", "style", "target", "title", "width", "height", "border", "cellpadding", "cellspacing",
        "valign", "align", "bgcolor",
        "scope", "colspan", "rowspan", "start", "type", "value", "alt", "open", "datetime", "cite", "role", "color", "size", "summary",
        "span",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> HarmlessStyles = new[]
    {
        "text-align", "color", "background-color", "width", "min-width", "max-width", "margin-left", "padding-left", "text-decoration",
        "vertical-align",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Attributes that mark a tag as a macro's, or as a part of one.</summary>
    private static readonly string[] MacroMarks = ["data-status", "data-alert", "data-macro", "data-title", "data-adf"];

    /// <summary>The attributes to publish, and the first one that is refused (null for none).</summary>
    public static (IReadOnlyList<KeyValuePair<string, string>> Kept, string? Refused) Sort(HtmlOpenTag tag)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in tag.Attributes)
        {
            if (name is "href" or "src" && tag.Name is "a" or "img")
            {
                continue;
            }

            if (name != "id" && HtmlVocabulary.Allows(tag.Name, name, value))
            {
                kept[name] = value;
            }
            else if (name is "style" ? !IsHarmless(value) : !Ignored.Contains(name) && !IsOfMacro(tag, name))
            {
                return ([], name);
            }

            var alignment = name == "align" ? value.ToLowerInvariant() : name == "style" ? Aligned().Match(value).Groups[1].Value : "";
            if (alignment is "left" or "center" or "right" && tag.Name is "td" or "th" or "p" or "div")
            {
                kept["class"] = $"align-{alignment}";
            }
        }

        return ([.. kept], null);
    }

    // Macros written as tags carry their parameters.
    private static bool IsOfMacro(HtmlOpenTag tag, string name) =>
        name.StartsWith("data-", StringComparison.Ordinal)
        || (!name.StartsWith("on", StringComparison.Ordinal) && name != "hidden"
            && (tag.Name == "details" || MacroMarks.Any(mark => tag[mark] is not null)));

    private static bool IsHarmless(string style) => style
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .All(declaration => HarmlessStyles.Contains(declaration.Split(':')[0].Trim().ToLowerInvariant()));

    [GeneratedRegex("text-align: *(left|center|right)")]
    private static partial Regex Aligned();
}
