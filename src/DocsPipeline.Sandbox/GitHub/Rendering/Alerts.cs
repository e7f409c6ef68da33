using AngleSharp.Dom;

namespace DocsPipeline.Sandbox.GitHub.Rendering;

/// <summary>Quotes whose first line names a kind (<c>[!NOTE]</c>) stand out. Only those that stand in nothing else, as on GitHub.</summary>
internal static class Alerts
{
    private static readonly Dictionary<string, (string Title, string Colour)> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["[!NOTE]"] = ("Note", "blue"),
        ["[!TIP]"] = ("Tip", "green"),
        ["[!IMPORTANT]"] = ("Important", "purple"),
        ["[!WARNING]"] = ("Warning", "yellow"),
        ["[!CAUTION]"] = ("Caution", "red"),
    };

    public static void Mark(IElement body)
    {
        foreach (var quote in body.Children.Where(child => child.LocalName == "blockquote").ToList())
        {
            if (quote.FirstElementChild is { LocalName: "p", FirstChild: IText text } paragraph
                && text.Data.Split('\n', 2) is [var line, .. var rest] && Kinds.TryGetValue(line.Trim(), out var kind)
                && (rest.Length > 0 || text.NextSibling is null or IElement { LocalName: "br" }))
            {
                if (text.NextSibling is IElement { LocalName: "br" } lineBreak)
                {
                    lineBreak.Remove();
                }

                text.Data = string.Concat(rest);
                if (paragraph.TextContent.Trim().Length == 0)
                {
                    paragraph.Remove();
                }

                Replace(quote, kind.Title, kind.Colour);
            }
        }
    }

    private static void Replace(IElement quote, string title, string colour)
    {
        var alert = quote.Owner!.CreateElement("div");
        alert.ClassName = $"notice {colour}";
        var name = quote.Owner.CreateElement("strong");
        name.TextContent = title;
        alert.Append(name);
        while (quote.FirstChild is { } child)
        {
            alert.AppendChild(child);
        }

        quote.Replace(alert);
    }
}
