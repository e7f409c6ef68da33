using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>
/// Storage as an oracle compares it: read by .NET's own XML reader, attributes sorted, ids that Confluence gives anew left out, whitespace
/// collapsed and trimmed at the edges of text.
/// </summary>
internal static partial class CanonicalStorage
{
    private static readonly string[] Volatile = ["local-id", "ac:local-id", "ac:macro-id", "ri:local-id"];

    public static string Of(string storage)
    {
        var text = new StringBuilder();
        using var reader = Reader(storage);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var empty = reader.IsEmptyElement;
                    text.Append("\n<").Append(reader.Name).Append(Attributes(reader)).Append('>');
                    text.Append(empty ? "</>" : "");
                    break;
                case XmlNodeType.EndElement:
                    text.Append("</>");
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    text.Append(reader.Value);
                    break;
            }
        }

        var collapsed = Spaces().Replace(text.ToString().Replace("\n<", "\u0001"), " ");
        return Edges().Replace(collapsed, "$1").Replace("\u0001", "\n<");
    }

    /// <summary>Every text of the page that a reader sees: not parameters, not what ADF repeats.</summary>
    public static IEnumerable<string> VisibleWords(string storage)
    {
        using var reader = Reader(storage);
        var hidden = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element
                && reader.Name is "ac:parameter" or "ac:adf-fallback" or "ac:adf-attribute" or "ac:task-id" or "ac:task-uuid"
                or "ac:task-status" && !reader.IsEmptyElement)
            {
                hidden++;
            }
            else if (reader.NodeType == XmlNodeType.EndElement
                && reader.Name is "ac:parameter" or "ac:adf-fallback" or "ac:adf-attribute" or "ac:task-id" or "ac:task-uuid"
                or "ac:task-status")
            {
                hidden--;
            }
            else if (hidden == 0 && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                foreach (Match word in Words().Matches(reader.Value))
                {
                    yield return word.Value;
                }
            }
        }
    }

    /// <summary>The page in a root of its own; the names of its prefixes are their namespaces.</summary>
    public static XElement Parse(string storage)
    {
        using var reader = Reader(storage);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public static bool IsWellFormed(string storage)
    {
        try
        {
            using var reader = Reader(storage);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static XmlReader Reader(string storage)
    {
        var resolved = Named().Replace(storage,
            match =>
                Entities.Read(match.Value, out var rune) > 0 && match.Value is not ("&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;")
                    ? $"&#{rune.Value};"
                    : match.Value);
        var root = $"<root xmlns:ac=\"ac\" xmlns:ri=\"ri\" xmlns:at=\"at\" xmlns:fab=\"fab\">{resolved}</root>";
        return XmlReader.Create(new StringReader(root),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
    }

    private static string Attributes(XmlReader reader)
    {
        var attributes = new List<string>();
        while (reader.MoveToNextAttribute())
        {
            if (!Volatile.Contains(reader.Name))
            {
                attributes.Add($" {reader.Name}={reader.Value}");
            }
        }

        reader.MoveToElement();
        attributes.Sort(StringComparer.Ordinal);
        return string.Concat(attributes);
    }

    [GeneratedRegex(@"<!\[CDATA\[.*?\]\]>|&[A-Za-z][A-Za-z0-9]*;", RegexOptions.Singleline)]
    private static partial Regex Named();

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" ?(\u0001|>|</>) ?")]
    private static partial Regex Edges();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Words();
}
