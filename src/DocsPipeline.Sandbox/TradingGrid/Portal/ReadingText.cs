using System.Net;
using System.Text.RegularExpressions;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>The stored HTML for this visitor: addresses of attachments and of other documents are filled in here.</summary>
internal static partial class ReadingText
{
    public static Html For(Visit visit, Reading reading) => Html.Raw(Reference().Replace(reading.Draft.Content.Html, match =>
    {
        var (attribute, id) = (match.Groups["attribute"].Value, match.Groups["id"].Value);
        var path = match.Groups["scheme"].Value == "attachment"
            ? FilePath(reading, id)
            : visit.Library.Find(id.Split('#')[0]) is { } other
                ? other.Path + (id.Contains('#', StringComparison.Ordinal) ? id[id.IndexOf('#', StringComparison.Ordinal)..] : "")
                : null;
        return path is null ? "" : $" {attribute}=\"{WebUtility.HtmlEncode(path)}\"";
    }));

    /// <summary>The words without markup, for search.</summary>
    public static string Words(Reading reading) => string.Join(' ', (string[])
    [
        reading.Document.Title, reading.Draft.Summary ?? "", PortalText.Kind(reading.Document.Kind),
        .. reading.Draft.Facts.Select(fact => $"{fact.Label} {fact.Value}"),
        WebUtility.HtmlDecode(Markup().Replace(reading.Draft.Content.Html, " ")),
    ]);

    private static string? FilePath(Reading reading, string sha256) =>
        reading.Draft.Attachments.FirstOrDefault(file => file.Sha256 == sha256) is { } file
            ? $"{reading.Path}/files/{sha256}/{Uri.EscapeDataString(file.FileName)}"
            : null;

    [GeneratedRegex("""\s(?<attribute>href|src)="(?<scheme>attachment|document):(?<id>[^"]*)["]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();
}
