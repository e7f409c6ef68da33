using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig.Extensions.Emoji;

namespace DocsPipeline.Tests.StorageFormat.Rendering;

/// <summary>
/// What a reader of GitHub sees of a Markdown, text by text: nothing of comments and attributes. What GitHub does to the HTML behind its
/// renderer is done here too: the marker of an alert becomes a picture, the name of an emoji the emoji. The kind of a container of colons
/// is no word, as that of an alert is none.
/// </summary>
internal static partial class GitHubText
{
    private static readonly Dictionary<string, string> Emoji = EmojiMapping.GetDefaultEmojiShortcodeToUnicode()
        .Where(pair => !pair.Key.Contains("custom_", StringComparison.Ordinal)).ToDictionary(pair => pair.Key, pair => pair.Value);

    public static List<string> Of(string markdown)
    {
        var texts = new List<string>();
        var body = new HtmlParser().ParseDocument(CmarkGfm.Html(markdown)).Body!;
        foreach (var quote in body.QuerySelectorAll("blockquote"))
        {
            if (quote.FirstElementChild?.FirstChild is IText first)
            {
                first.Data = Marker().Replace(first.Data, "");
            }
        }

        foreach (var count in body.QuerySelectorAll(".footnote-backref sup"))
        {
            // A second way back has a number; the page has one way back.
            count.Remove();
        }

        Collect(body, isCode: false, texts);
        return texts;
    }

    private static void Collect(INode node, bool isCode, List<string> texts)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                texts.Add(isCode ? text.Data
                    : Name().Replace(Container().Replace(text.Data, ""), match => Emoji.GetValueOrDefault(match.Value, match.Value)));
            }
            else if (child is IElement element && element.LocalName is not ("script" or "style" or "title" or "template" or "noscript"))
            {
                Collect(element, isCode || element.LocalName is "pre" or "code" or "tt", texts);
            }
        }
    }

    [GeneratedRegex(@"\A\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(\n|\z)", RegexOptions.IgnoreCase)]
    private static partial Regex Marker();

    [GeneratedRegex(@"^:{3,} *\{?(note|info|tip|hint|important|warning|attention|caution|danger|error|panel|admonition|details|dropdown"
        + @"|partner|internal)\b", RegexOptions.Multiline)]
    private static partial Regex Container();

    [GeneratedRegex(@"(?<![\p{L}\p{N}]):[a-z0-9_+-]+:(?![\p{L}\p{N}])")]
    private static partial Regex Name();
}
