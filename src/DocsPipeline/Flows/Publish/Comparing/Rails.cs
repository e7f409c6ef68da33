using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Sync.Planning;

namespace DocsPipeline.Flows.Publish.Comparing;

/// <summary>How much one run may change of one community. Shares are of what is live now, and never less than one document.</summary>
public static class Rails
{
    public static IEnumerable<Diagnostic> Check(string community, IReadOnlyCollection<Change> changes, int live, RailSettings rails)
    {
        var archived = changes.Count(change => change.Action == ChangeAction.Archive);
        var updated = changes.Count(change => change.Action == ChangeAction.Update);
        if (archived > Math.Max(1, live * rails.Deletes.Percent / 100) || archived > rails.MaxDeletes)
        {
            yield return Exceeded($"community {community}", $"{archived} of {live} live documents would be withdrawn; the rails allow {rails.Deletes.Percent} % and {rails.MaxDeletes} at most");
        }

        if (updated > Math.Max(1, live * rails.Updates.Percent / 100))
        {
            yield return Exceeded($"community {community}", $"{updated} of {live} live documents would be replaced; the rails allow {rails.Updates.Percent} %");
        }
    }

    /// <summary>The same for Confluence pages: documents that all differ from their pages at once were changed by a program, not by reviewers.</summary>
    public static IEnumerable<Diagnostic> CheckPages(int written, int pages, RailSettings rails) => written <= Math.Max(1, pages * rails.Updates.Percent / 100)
        ? []
        : [Exceeded("Confluence", $"{written} of {pages} pages would be written; the rails allow {rails.Updates.Percent} %")];

    private static Diagnostic Exceeded(string where, string message) => Catalogue.Publish.RailExceeded.At(
        where, SourceSpan.Start, message, help: "publish in smaller steps, or raise the rail in content/pipeline.yml by a pull request of its own");
}
