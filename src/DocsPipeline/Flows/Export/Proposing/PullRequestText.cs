using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Export.Sorting;

namespace DocsPipeline.Flows.Export.Proposing;

/// <summary>
/// What reviewers read. Titles come from outside: none of them can mention a person, refer to an issue or break the table.
/// </summary>
internal static class PullRequestText
{
    private const int MostRows = 150;
    private const int Longest = 60_000;

    public static string Title(IReadOnlyList<ProposedDocument> proposed) =>
        proposed.Count == 1 ? $"Export from Confluence: {Plain(proposed[0].Title)}" : $"Export from Confluence: {proposed.Count} documents";

    /// <summary>The description of a pull request that proposes something.</summary>
    public static string Body(
        IReadOnlyList<ProposedDocument> proposed, IReadOnlyList<PageOutcome> outcomes, IReadOnlyList<string> inConflict)
    {
        var text = new StringBuilder("Pages changed in Confluence since they were last merged here. Review the text as partners will ")
            .Append("read it; edits you make on this branch are kept when the pages change again.\n\n");
        Conflicts(text, inConflict);
        Table(text, proposed);
        Notes(text, outcomes);
        text.Append("\n<sub>Closing this pull request without merging declines these versions: ")
            .Append("they are not proposed again until the pages change, or until you reopen it.</sub>\n");
        var body = text.ToString();
        return body.Length <= Longest ? body : body[..Longest] + "\n\n… shortened; the complete list is in the export report.\n";
    }

    /// <summary>The description of a pull request whose changes were all taken back in Confluence.</summary>
    public static string Emptied() =>
        "The pages are again as the documents say: nothing is left to merge, and the export has closed this pull request.\n";

    private static void Table(StringBuilder text, IReadOnlyList<ProposedDocument> proposed)
    {
        text.Append("| page | what happened | document |\n|---|---|---|\n");
        foreach (var document in proposed.Take(MostRows))
        {
            var events = string.Join(", then ", document.Events.Distinct());
            text.Append($"| {Link(document.Title, document.Page)} | {Plain(events)} | `{document.Path}` |\n");
        }

        if (proposed.Count > MostRows)
        {
            text.Append($"\nand {proposed.Count - MostRows} more.\n");
        }
    }

    private static void Conflicts(StringBuilder text, IReadOnlyList<string> inConflict)
    {
        if (inConflict.Count > 0)
        {
            text.Append("### Changed on both sides\n\n")
                .Append("Both texts stand in these files between `:::::` lines: keep the right one and delete those lines.\n\n");
            foreach (var path in inConflict)
            {
                text.Append($"- `{path}`\n");
            }

            text.Append("\n### All changes\n\n");
        }
    }

    private static void Notes(StringBuilder text, IReadOnlyList<PageOutcome> outcomes)
    {
        var notes = outcomes.SelectMany(outcome => outcome.Diagnostics.Select(note => (outcome.Report, Note: note)))
            .Where(each => each.Note.Severity != Severity.Note && each.Note.Code != Catalogue.Export.BothSidesChanged)
            .GroupBy(each => each.Report.Title).ToList();
        if (notes.Count == 0)
        {
            return;
        }

        text.Append("\n### Not taken over\n\n");
        foreach (var page in notes.Take(MostRows))
        {
            var told = page.Select(each => $"{Plain(each.Note.Message)} ({each.Note.Code})").Distinct();
            text.Append($"- {Link(page.Key, page.First().Report.Url)}: {string.Join("; ", told)}\n");
        }
    }

    // A bracket in the address would end the link for some readers.
    private static string Link(string title, Uri? address)
    {
        var target = address?.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        return target is null ? Plain(title) : $"[{Plain(title)}]({target})";
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var character in text.Length > 400 ? text[..400] + "…" : text)
        {
            plain.Append(character switch
            {
                '@' or '#' => $"{character}\u200b",
                '|' or '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '~' or '!' => $"\\{character}",
                _ when char.IsControl(character) => " ",
                _ => $"{character}",
            });
        }

        return plain.ToString().Replace("://", ":\u200b//", StringComparison.Ordinal);
    }
}
