using System.Net;
using System.Text.RegularExpressions;
using System.Xml;

namespace DocsPipeline.Sandbox.Confluence.Storage;

/// <summary>Confluence's first look at a body: an XML fragment with its prefixes and the HTML entity names, and nothing else.</summary>
internal static partial class WellFormed
{
    private const string Open = """<x xmlns:ac="ac" xmlns:ri="ri" xmlns:at="at" xmlns:fab="fab">""";

    private const string Close = "</x>";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The body as XML that any reader takes: named entities are characters, one root stands around it.</summary>
    public static string AsXml(string body) => Open + EntityOutsideCdata().Replace(body, Resolve) + Close;

    public static void Check(string body)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(AsXml(body)), Settings);
            while (reader.Read())
            {
            }
        }
        catch (XmlException problem)
        {
            var column = problem.LineNumber == 1 ? Math.Max(1, problem.LinePosition - Open.Length) : problem.LinePosition;
            throw new MalformedStorage(Position().Replace(problem.Message, ""), Math.Max(1, problem.LineNumber), column);
        }
    }

    // A name that HTML does not have stays as it is, and the XML reader complains about it.
    private static string Resolve(Match match) =>
        match.Groups["name"] is { Success: true, Value: not ("amp" or "lt" or "gt" or "quot" or "apos") }
        ? WebUtility.HtmlDecode(match.Value)
        : match.Value;

    // The reader counts the root that was put around; the exception has the right place.
    [GeneratedRegex(@" on line \d+ position \d+| Line \d+, position \d+\.")]
    private static partial Regex Position();

    [GeneratedRegex("""<!\[CDATA\[.*?\]\]>|&(?<name>[A-Za-z][A-Za-z0-9]*);""", RegexOptions.Singleline)]
    private static partial Regex EntityOutsideCdata();
}
