using System.Globalization;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>How the portal words things.</summary>
internal static class PortalText
{
    private static readonly Dictionary<string, string> Finished = new()
    {
        ["acknowledged"] = "Thank you. Your confirmation is recorded.",
        ["feedback"] = "Thank you for your feedback.",
        ["question"] = "Your question is on its way. The answer will appear here.",
        ["case"] = "Your case is open. We answer here.",
        ["comment"] = "Your comment is added.",
        ["file"] = "Your file is added. It is checked for malware first.",
        ["test-result"] = "Your test result is recorded.",
    };

    private static readonly Dictionary<string, string> Abbreviations = new()
    {
        ["edi"] = "EDI",
        ["faq"] = "FAQ",
        ["as2"] = "AS2",
        ["asn"] = "ASN",
        ["sla"] = "SLA",
    };

    public static string? Done(string what) => Finished.GetValueOrDefault(what);

    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static Html Time(DateTimeOffset time) => Html.Of(
        $"""
        <time datetime="{time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'",
        CultureInfo.InvariantCulture)}">{time.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)}</time>
        """);

    /// <summary>"edi-setup-guide" → "EDI setup guide".</summary>
    public static string Kind(string kind)
    {
        var words = kind.Split('-').Select(word => Abbreviations.GetValueOrDefault(word, word)).ToArray();
        words[0] = char.ToUpperInvariant(words[0][0]) + words[0][1..];
        return string.Join(' ', words);
    }

    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} bytes",
        < 1024 * 1024 => $"{bytes / 1024} KB",
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MB"),
    };

    /// <summary>Plain text with its paragraphs and lines.</summary>
    public static Html Paragraphs(string text) => Html.Each(
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        paragraph => Html.Of($"<p>{Html.Join(paragraph.Split('\n').Select(line => Html.Of($"{line}")), "<br>")}</p>"));
}
