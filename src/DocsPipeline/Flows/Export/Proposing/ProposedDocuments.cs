using DocsPipeline.Flows.Export.Sorting;
using DocsPipeline.Systems.Git;

namespace DocsPipeline.Flows.Export.Proposing;

/// <summary>
/// A document that the pull request changes, and in words what happened to it since the pull request began, oldest first.
/// </summary>
internal sealed record ProposedDocument(string Path, string Title, Uri? Page, IReadOnlyList<string> Events);

/// <summary>
/// All that a pull request proposes, not only what the last run added to it: the commits on its branch carry in their trailers what each
/// was for. Nothing is read back from the pull request's text, which people may edit.
/// </summary>
internal static class ProposedDocuments
{
    public static ExportTrailer Trailer(PageOutcome outcome) => new(outcome.Report.Path!, Event(outcome));

    public static async Task<IReadOnlyList<ProposedDocument>> ReadAsync(
        GitRepository git, string main, string commit, IReadOnlyList<PageOutcome> outcomes, CancellationToken cancellation)
    {
        var commits = await git.RangeAsync(main, commit, cancellation);
        var events = commits.Reverse().SelectMany(each => ExportTrailer.Read(each.Message))
            .ToLookup(trailer => trailer.Path, trailer => trailer.Event);
        var pages = outcomes.Select(outcome => outcome.Report).Where(report => report.Path is not null)
            .GroupBy(report => report.Path!).ToDictionary(group => group.Key, group => group.First());
        var changes = await git.DiffAsync(await git.MergeBaseAsync(main, commit, cancellation) ?? main, commit, cancellation);
        return
        [
            .. from change in changes
               where change.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
               let page = pages.GetValueOrDefault(change.Path)
               let told = events[change.Path].ToList()
               select new ProposedDocument(
                   change.Path, page?.Title ?? change.Path, page?.Url, told.Count > 0 ? told : ["edited in this pull request"]),
        ];
    }

    private static string Event(PageOutcome outcome)
    {
        var report = outcome.Report;
        var parts = new List<string> { report.Reason };
        Add(report.Elements.Preserved, "part kept as it is", "parts kept as they are");
        Add(report.Elements.Dropped, "part dropped", "parts dropped");
        Add(report.OpenComments, "open comment", "open comments");
        parts.AddRange(outcome.FieldConflicts.Select(conflict =>
            $"the repository's {conflict.Key} stays, Confluence says {conflict.Theirs.ReplaceLineEndings(" ")}"));
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
