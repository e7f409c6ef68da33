using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Sync.Planning;

namespace DocsPipeline.Flows.Publish.Comparing;

/// <summary>How much one run may change. Shares are of what is there now, and never less than one.</summary>
public static class Guardrails
{
    /// <summary>Of the live documents of one community.</summary>
    public static IEnumerable<Diagnostic> Check(string community, IReadOnlyCollection<Change> changes, int live, GuardrailSettings settings)
    {
        var archived = changes.Count(change => change.Action == ChangeAction.Archive);
        var updated = changes.Count(change => change.Action == ChangeAction.Update);
        if (archived > Allowed(live, settings.Deletes) || archived > settings.MaxDeletes)
        {
            yield return Exceeded(
                $"community {community}",
                $"{archived} of {live} live documents would be withdrawn; "
                + $"the rails allow {settings.Deletes.Percent} % and {settings.MaxDeletes} at most");
        }

        if (updated > Allowed(live, settings.Updates))
        {
            yield return Exceeded(
                $"community {community}",
                $"{updated} of {live} live documents would be replaced; the rails allow {settings.Updates.Percent} %");
        }
    }

    /// <summary>The same for cases: an article that is suddenly shown on most of them names numbers that it does not mean.</summary>
    public static IEnumerable<Diagnostic> CheckLinks(
        string community, IReadOnlyCollection<CaseLink> links, int cases, GuardrailSettings settings)
    {
        var touched = links.DistinctBy(link => link.CaseId).Count();
        if (touched > Allowed(cases, settings.Updates))
        {
            yield return Exceeded(
                $"community {community}", $"{touched} of {cases} cases would get links; the rails allow {settings.Updates.Percent} %");
        }
    }

    /// <summary>
    /// The same for Confluence pages: documents that all differ from their pages at once were changed by a program, not by reviewers.
    /// </summary>
    public static IEnumerable<Diagnostic> CheckPages(int written, int pages, GuardrailSettings settings)
    {
        if (written > Allowed(pages, settings.Updates))
        {
            yield return Exceeded(
                "Confluence", $"{written} of {pages} pages would be written; the rails allow {settings.Updates.Percent} %");
        }
    }

    private static int Allowed(int of, Share share) => Math.Max(1, of * share.Percent / 100);

    private static Diagnostic Exceeded(string where, string message) => Catalogue.Publish.GuardrailExceeded.At(
        where, SourceSpan.Start, message,
        help: "publish in smaller steps, or raise the rail in content/pipeline.yml by a pull request of its own");
}
