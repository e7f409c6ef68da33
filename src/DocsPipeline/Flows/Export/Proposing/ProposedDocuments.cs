using DocsPipeline.Flows.Export.Sorting;
using DocsPipeline.Systems.Git;

namespace DocsPipeline.Flows.Export.Proposing;

/// <summary>A document that the pull request changes, and in words what happened to it since the pull request began, oldest first.</summary>
internal sealed record ProposedDocument(string Path, string Title, Uri? Page, IReadOnlyList<string> Events);

/// <summary>
/// All that a pull request proposes, not only what the last run added to it: the commits on its branch say in their messages what each was for. Nothing is read back from the pull
/// request's text, which people may edit.
/// </summary>
internal static class ProposedDocuments
{
    private const string Bullet = "- ";

    /// <summary>One line of a commit message for a document.</summary>
    public static string Line(PageOutcome outcome) => $"{Bullet}{outcome.Report.Path}: {Event(outcome)}\n";

    public static async Task<IReadOnlyList<ProposedDocument>> ReadAsync(GitRepository git, string main, string commit, IReadOnlyList<PageOutcome> outcomes, CancellationToken cancellation)
    {
        var events = new Dictionary<string, List<string>>();
        foreach (var line in (await git.RangeAsync(main, commit, cancellation)).Reverse().SelectMany(each => each.Message.Split('\n')).Where(line => line.StartsWith(Bullet, StringComparison.Ordinal)))
        {
            if (line.Split(": ", 2) is [var path, var what])
            {
                events[path[Bullet.Length..]] = [.. (events.GetValueOrDefault(path[Bullet.Length..]) ?? []).Append(what)];
            }
        }

        var pages = outcomes.Select(outcome => outcome.Report).Where(report => report.Path is not null).GroupBy(report => report.Path!).ToDictionary(group => group.Key, group => group.First());
        return
        [
            .. (await git.DiffAsync(await git.MergeBaseAsync(main, commit, cancellation) ?? main, commit, cancellation))
                .Where(change => change.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
                .Select(change => new ProposedDocument(
                    change.Path, pages.GetValueOrDefault(change.Path)?.Title ?? change.Path, pages.GetValueOrDefault(change.Path)?.Url, events.GetValueOrDefault(change.Path) ?? ["edited in this pull request"])),
        ];
    }

    private static string Event(PageOutcome outcome)
    {
        var report = outcome.Report;
        var parts = new List<string> { report.Reason };
        Add(report.Elements.Preserved, "part kept as it is", "parts kept as they are");
        Add(report.Elements.Dropped, "part dropped", "parts dropped");
        Add(report.OpenComments, "open comment", "open comments");
        parts.AddRange(outcome.FieldConflicts.Select(conflict => $"the repository's {conflict.Key} stays, Confluence says {conflict.Theirs.ReplaceLineEndings(" ")}"));
        return string.Join("; ", parts);

        void Add(int count, string one, string many)
        {
            if (count > 0)
            {
                parts.Add($"{count} {(count == 1 ? one : many)}");
            }
        }
    }
}
