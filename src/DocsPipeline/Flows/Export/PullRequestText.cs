using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Merging;

namespace DocsPipeline.Flows.Export;

/// <summary>What reviewers read. Titles come from outside: none of them can mention a person, refer to an issue or break the table.</summary>
internal static class PullRequestText
{
    private const int MostRows = 150;
    private const int Longest = 60_000;

    public static string Title(IReadOnlyList<PageOutcome> changed) =>
        changed.Count == 1 ? $"Export from Confluence: {Plain(changed[0].Report.Title)}" : $"Export from Confluence: {changed.Count} documents";

    public static string Body(IReadOnlyList<PageOutcome> outcomes)
    {
        var changed = outcomes.Where(outcome => outcome.Report.Status == ExportStatus.Exported).ToList();
        var text = new StringBuilder("Pages changed in Confluence since the last export. Review the text as partners will read it; edits you make here are kept.\n\n");
        Table(text, changed);
        Conflicts(text, changed);
        Notes(text, outcomes);
        var body = text.ToString();
        return body.Length <= Longest ? body : body[..Longest] + "\n\n… shortened; the complete list is in the export report.\n";
    }

    private static void Table(StringBuilder text, List<PageOutcome> changed)
    {
        text.Append("| document | page | what changed | kept as is | dropped | open comments |\n|---|---|---|---|---|---|\n");
        foreach (var page in changed.Take(MostRows).Select(outcome => outcome.Report))
        {
            text.Append($"| `{page.Path}` | [{Plain(page.Title)}]({page.Url.AbsoluteUri}) | {Plain(page.Reason)} | {Number(page.Elements.Preserved)} | {Number(page.Elements.Dropped)} | {Number(page.OpenComments)} |\n");
        }

        if (changed.Count > MostRows)
        {
            text.Append($"\nand {changed.Count - MostRows} more.\n");
        }
    }

    private static void Conflicts(StringBuilder text, List<PageOutcome> changed)
    {
        var conflicts = changed.Where(outcome => outcome.Report.Conflicts > 0).ToList();
        if (conflicts.Count == 0)
        {
            return;
        }

        text.Append("\n### Changed on both sides\n\nBoth texts stand in the files between `:::::` lines: keep the right one and delete those lines.\n\n");
        foreach (var outcome in conflicts)
        {
            text.Append($"- `{outcome.Report.Path}`\n");
            foreach (var field in outcome.FieldConflicts)
            {
                text.Append($"  - the repository's `{field.Key}` stays; Confluence says {Plain(field.Theirs)}\n");
            }
        }
    }

    private static void Notes(StringBuilder text, IReadOnlyList<PageOutcome> outcomes)
    {
        var notes = outcomes.SelectMany(outcome => outcome.Diagnostics).Where(note => note.Severity != Severity.Note && note.Code.Id != "DOC0555").ToList();
        if (notes.Count == 0)
        {
            return;
        }

        text.Append("\n### Not taken over\n\n");
        foreach (var note in notes.Take(MostRows))
        {
            text.Append($"- {note.Code}: {Plain(note.Message)}\n");
        }
    }

    private static string Number(int count) => count == 0 ? "" : $"{count}";

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var character in text.Length > 200 ? text[..200] + "…" : text)
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
