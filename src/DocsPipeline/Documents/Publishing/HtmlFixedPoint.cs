using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Markdown.Html;

namespace DocsPipeline.Documents.Publishing;

/// <summary>
/// The second wall: the finished HTML is parsed as a browser parses it, held against the vocabulary again and written out again. Only text
/// that comes back byte for byte is safe, because then no browser sees other elements than we meant.
/// </summary>
internal static class HtmlFixedPoint
{
    public static bool Holds(string html)
    {
        var page = new HtmlParser().ParseDocument("<!doctype html><html><head></head><body>" + html);
        if (page.Head!.ChildNodes.Length != 0 || page.Body is not { } body)
        {
            return false;
        }

        var again = new StringBuilder(html.Length);
        return WriteAll(body, "", again) && again.ToString() == html;
    }

    private static bool WriteAll(INode parent, string tag, StringBuilder html)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (!(node switch { IText text => WriteText(text, html), IElement element => Write(element, tag, html), _ => false }))
            {
                return false;
            }
        }

        return true;
    }

    private static bool WriteText(IText text, StringBuilder html)
    {
        html.Append(HtmlWriter.Escape(text.Data));
        return true;
    }

    private static bool Write(IElement element, string parent, StringBuilder html)
    {
        var tag = element.LocalName;
        if (element.NamespaceUri != "http://www.w3.org/1999/xhtml" || !HtmlVocabulary.Has(tag) || !HtmlVocabulary.Allows(parent, tag))
        {
            return false;
        }

        html.Append('<').Append(tag);
        foreach (var attribute in element.Attributes)
        {
            if (!HtmlVocabulary.Allows(tag, attribute.Name, attribute.Value) || !IsSafe(attribute.Name, attribute.Value))
            {
                return false;
            }

            html.Append(' ').Append(attribute.Name).Append("=\"").Append(HtmlWriter.Escape(attribute.Value)).Append('"');
        }

        html.Append('>');
        if (HtmlVocabulary.Void.Contains(tag))
        {
            return true;
        }

        var complete = WriteAll(element, tag, html);
        html.Append("</").Append(tag).Append('>');
        return complete;
    }

    private static bool IsSafe(string attribute, string value) => attribute switch
    {
        "href" => value.StartsWith('#') || value.StartsWith("document:", StringComparison.Ordinal)
            || value.StartsWith("attachment:", StringComparison.Ordinal)
            || LinkTarget.Parse(value, "content/") is LinkTarget.External,
        "src" => value.StartsWith("attachment:", StringComparison.Ordinal),
        _ => true,
    };
}
