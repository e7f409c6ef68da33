using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Merging;

namespace DocsPipeline.Flows.Export;

/// <summary>What reviewers read. Titles come from outside: none of them can mention a person, refer to an issue or break the table.</summary>
internal static class PullRequestText
{
    private const int MostRows = 150;
    private const int Longest = 60_000;

    public static string Title(IReadOnlyList<ProposedDocument> proposed) =>
        proposed.Count == 1 ? $"Export from Confluence: {Plain(proposed[0].Title)}" : $"Export from Confluence: {proposed.Count} documents";

    /// <summary>The description of a pull request that proposes something.</summary>
    public static string Body(IReadOnlyList<ProposedDocument> proposed, IReadOnlyList<PageOutcome> outcomes, IReadOnlyList<string> inConflict)
    {
        var text = new StringBuilder("Pages changed in Confluence since they were last merged here. Review the text as partners will read it; edits you make on this branch are kept when the pages change again.\n\n");
        Table(text, proposed);
        Conflicts(text, inConflict);
        Notes(text, outcomes);
        text.Append("\n<sub>Closing this pull request without merging declines these versions: they are not proposed again until the pages change, or until you reopen it.</sub>\n");
        var body = text.ToString();
        return body.Length <= Longest ? body : body[..Longest] + "\n\n… shortened; the complete list is in the export report.\n";
    }

    /// <summary>The description of a pull request whose changes were all taken back in Confluence.</summary>
    public static string Emptied() => "The pages are again as the documents say: nothing is left to merge, and the export has closed this pull request.\n";

    private static void Table(StringBuilder text, IReadOnlyList<ProposedDocument> proposed)
    {
        text.Append("| document | page | what happened |\n|---|---|---|\n");
        foreach (var document in proposed.Take(MostRows))
        {
            var page = document.Page is { } url ? $"[{Plain(document.Title)}]({url.AbsoluteUri})" : "";
            text.Append($"| `{document.Path}` | {page} | {Plain(string.Join(", then ", document.Events.Distinct()))} |\n");
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
            text.Append("\n### Changed on both sides\n\nBoth texts stand in these files between `:::::` lines: keep the right one and delete those lines.\n\n");
            foreach (var path in inConflict)
            {
                text.Append($"- `{path}`\n");
            }
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
            text.Append($"- [{Plain(page.Key)}]({page.First().Report.Url.AbsoluteUri}): {string.Join("; ", page.Select(each => $"{Plain(each.Note.Message)} ({each.Note.Code})").Distinct())}\n");
        }
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
