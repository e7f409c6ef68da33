using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;
using Markdig.Syntax;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// Footnotes of Markdown as Confluence can show them: a raised number that leads to the note and back. The list stands where the document
/// has its notes one after the other, and at its end, as on GitHub, where they are strewn about.
/// </summary>
internal sealed class FootnoteReader
{
    private readonly StorageSession session;
    private readonly FootnoteNumbers numbers;
    private readonly List<FootnoteDefinition> written = [];
    private readonly FootnoteDefinition? place;

    private FootnoteReader(StorageSession session, MarkdownDocument document)
    {
        this.session = session;
        session.Footnotes ??= FootnoteNumbers.Of(document);
        numbers = session.Footnotes;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var definition in document.Descendants<FootnoteDefinition>())
        {
            if (!names.Add(definition.Name))
            {
                Drop(definition, "is written above already");
            }
            else if (numbers.Find(definition.Name) is null)
            {
                Drop(definition, "is named nowhere in the text, so GitHub does not show it");
            }
            else
            {
                written.Add(definition);
            }
        }

        place = AreOneRun(document) ? written[0] : null;
        written.Sort((left, right) => Number(left).CompareTo(Number(right)));
    }

    /// <summary>Null for a document that has no notes.</summary>
    public static FootnoteReader? For(StorageSession session, MarkdownDocument document) =>
        session.Markdown.Contains("[^", StringComparison.Ordinal) ? new FootnoteReader(session, document) : null;

    /// <summary>
    /// Writes the list of notes where it belongs; null is the end of the document. What stands in a note is read by
    /// <paramref name="read"/>.
    /// </summary>
    public void WriteAt(FootnoteDefinition? block, Func<ContainerBlock, string> read)
    {
        if (place != block || written.Count == 0)
        {
            return;
        }

        var text = session.Text;
        text.Append("<ol start=\"1\">");
        foreach (var definition in written)
        {
            var start = text.Open("li");
            text.Append(Note(FootnoteAnchors.Plain(numbers.Find(definition.Name)!.Value.Name), read(definition)));
            text.Close("li", start);
        }

        text.Append("</ol>");
    }

    /// <summary>The storage of a reference: a raised number; in the text of a link nothing else can lead anywhere.</summary>
    public static string Reference(string name, int number, bool isInLink) => isInLink
        ? $"<sup>{number}</sup>"
        : $"<sup>{Anchor(FootnoteAnchors.Reference + FootnoteAnchors.Plain(name))}"
            + $"{Link(FootnoteAnchors.Definition + FootnoteAnchors.Plain(name), number.ToString())}</sup>";

    private static string Note(string name, string body)
    {
        var anchor = Anchor(FootnoteAnchors.Definition + name);
        var back = Link(FootnoteAnchors.Reference + name, FootnoteAnchors.Back);
        body = body.StartsWith("<p>", StringComparison.Ordinal) ? body.Insert("<p>".Length, anchor) : $"<p>{anchor}</p>{body}";
        return body.EndsWith("</p>", StringComparison.Ordinal)
            ? $"{body[..^"</p>".Length]} {back}</p>"
            : $"{body}<p>{back}</p>";
    }

    private static string Anchor(string name) => MacroStorage.Bodyless("anchor", [new("_", name)]);

    private static string Link(string anchor, string text) =>
        $"<ac:link ac:anchor=\"{Entities.EncodeAttribute(anchor)}\"><ac:link-body>{text}</ac:link-body></ac:link>";

    private int Number(FootnoteDefinition definition) => numbers.Find(definition.Name)!.Value.Number;

    private bool AreOneRun(MarkdownDocument document)
    {
        var first = written.Count == 0 ? -1 : document.IndexOf(written[0]);
        for (var at = 0; at < written.Count; at++)
        {
            if (first < 0 || first + at >= document.Count || document[first + at] != written[at])
            {
                return false;
            }
        }

        return written.Count > 0;
    }

    private void Drop(FootnoteDefinition definition, string why)
    {
        session.Place = definition.Span.Start;
        session.Report(FindingKind.PartIsDropped, $"footnote `[^{definition.Name}]` {why} and is dropped",
            $"write `[^{definition.Name}]` where the text speaks of it, or take the note out");
    }
}
