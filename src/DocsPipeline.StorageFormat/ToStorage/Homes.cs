using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// Items stand in lists, rows in tables, and no text stands right in either. A page that has it otherwise is kept as it is; of a person's
/// tags it is told, since Confluence may show them anywhere.
/// </summary>
internal static class Homes
{
    /// <summary>
    /// What a tag stands in where it can be shown, as a person would say it; null where it stands in that, or needs nothing.
    /// </summary>
    public static string? Missing(HtmlTag tag, List<Frame> around)
    {
        var (home, other, words) = tag.Name switch
        {
            "li" => ("ul", "ol", "list"),
            "td" or "th" or "tr" or "tbody" or "thead" or "tfoot" or "colgroup" => ("table", "table", "table"),
            "dt" or "dd" => ("dl", "dl", "list of definitions"),
            _ => ("", "", ""),
        };
        return home.Length > 0 && tag["data-element"] is null && tag[AdfNode.Tag] is null
            && !around.Exists(frame => frame.Name == home || frame.Name == other) ? words : null;
    }

    /// <summary>Whether nothing but elements stands in an element.</summary>
    public static bool TakesNoText(string name) =>
        name is "ul" or "ol" or "table" or "tbody" or "thead" or "tfoot" or "tr" or "colgroup" or "dl";
}
