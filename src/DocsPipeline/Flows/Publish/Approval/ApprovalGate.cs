using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Documents.Snapshots;

namespace DocsPipeline.Flows.Publish.Approval;

/// <summary>
/// What the gate says of one commit: allowed where there is no denial; <see cref="Approvers"/> are the code owners whose approvals counted.
/// </summary>
public sealed record Verdict(string Commit, int? PullRequest, IReadOnlyList<string> Approvers, IReadOnlyList<Diagnostic> Denials)
{
    public bool IsAllowed => Denials.Count == 0;
}

/// <summary>
/// Facts to verdict, purely: every content change came by a merged pull request whose last state a code owner of each touched path
/// approved, who had no hand in it, and nothing was slipped in while merging. What cannot be shown is denied.
/// </summary>
public static class ApprovalGate
{
    public static Verdict Judge(ApprovalFacts facts, string branch)
    {
        var content = facts.Paths.Where(IsContent).ToList();
        if (content.Count == 0)
        {
            return new Verdict(facts.Commit, facts.PullRequest?.Number, [], []);
        }

        if (facts.PullRequest is not { } pull || !pull.Merged || pull.Base != branch)
        {
            return Deny(
                facts, Catalogue.Publish.NotMergedByPullRequest,
                $"commit {Short(facts.Commit)} changes {Named(content)} and did not come by a merged pull request",
                "open a pull request with this change and let a code owner approve it");
        }

        var denials = new List<Diagnostic>();
        if (facts.Paths.FirstOrDefault(IsPolicy) is { } policy)
        {
            denials.Add(Denial(
                pull, Catalogue.Publish.PolicyAndContent, $"pull request #{pull.Number} changes {policy} and {content[0]}",
                "make two pull requests: the policy first"));
        }

        if (facts.ApprovedTree != facts.Tree)
        {
            denials.Add(facts.ApprovedTree is null
                ? Missing(pull, $"the head {Short(pull.Head)} of pull request #{pull.Number} cannot be read")
                : Denial(
                    pull, Catalogue.Publish.MergeDiffers,
                    $"merge {Short(facts.Commit)} of pull request #{pull.Number} holds content that nobody approved",
                    "revert it and merge again without changes"));
        }

        var blocking = Last(pull).Where(review => review.State == ReviewState.ChangesRequested).Select(review => review.User).ToList();
        if (blocking.Count > 0)
        {
            denials.Add(Denial(
                pull, Catalogue.Publish.ChangesRequested,
                $"{string.Join(", ", blocking)} asked for changes in pull request #{pull.Number}",
                "let them approve or dismiss their review"));
        }

        var approvers = Approvers(facts, pull, content, denials);
        return new Verdict(facts.Commit, pull.Number, approvers, denials);
    }

    private static List<string> Approvers(
        ApprovalFacts facts, PullRequestFacts pull, IReadOnlyList<string> content, List<Diagnostic> denials)
    {
        if (facts.Owners is not { InvalidLines.Count: 0 } owners)
        {
            denials.Add(facts.Owners is null
                ? Missing(pull, "CODEOWNERS of the branch cannot be read")
                : Denial(
                    pull, Catalogue.Publish.OwnersAreUnclear, $"CODEOWNERS line {facts.Owners.InvalidLines[0]} is not valid",
                    "mend the line in a pull request of its own"));
            return [];
        }

        if (pull.Contributors is not { } contributors)
        {
            denials.Add(Missing(pull, $"somebody who wrote a commit of pull request #{pull.Number} is unknown to GitHub"));
            return [];
        }

        var valid = Last(pull)
            .Where(review => review.State == ReviewState.Approved && review.Commit == pull.Head)
            .Select(review => review.User)
            .Where(user => !contributors.Append(pull.Author).Contains(user, StringComparer.OrdinalIgnoreCase))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var counted = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in content)
        {
            var named = owners.Of(path);
            var approved = named.SelectMany(owner => facts.Teams.GetValueOrDefault(owner, [owner])).Where(valid.Contains).ToList();
            counted.UnionWith(approved);
            if (named.Count == 0)
            {
                denials.Add(Denial(
                    pull, Catalogue.Publish.OwnersAreUnclear, $"CODEOWNERS names no owner of {path}",
                    "add an owner in a pull request of its own"));
            }
            else if (approved.Count == 0)
            {
                denials.Add(Denial(
                    pull, Catalogue.Publish.NotApproved,
                    $"{path}: none of {string.Join(", ", named)} approved the last state of pull request #{pull.Number}",
                    $"ask {named[0]} to review {Short(pull.Head)}"));
            }
        }

        return [.. counted];
    }

    // A reviewer's last word counts; a comment takes back neither an approval nor a request for changes, a dismissal does.
    private static IEnumerable<ReviewFacts> Last(PullRequestFacts pull) => pull.Reviews
        .Where(review => review.State != ReviewState.Commented)
        .GroupBy(review => review.User, StringComparer.OrdinalIgnoreCase)
        .Select(reviews => reviews.Last());

    private static bool IsContent(string path) =>
        path.StartsWith(DocumentSet.Root, StringComparison.Ordinal) && path != PipelineSettings.Path;

    private static bool IsPolicy(string path) =>
        path == PipelineSettings.Path
        || path.StartsWith("schemas/", StringComparison.Ordinal)
        || path.StartsWith(".github/", StringComparison.Ordinal)
        || CodeOwners.Paths.Contains(path);

    private static Verdict Deny(ApprovalFacts facts, DiagnosticCode code, string message, string help) =>
        new(facts.Commit, facts.PullRequest?.Number, [], [code.At($"commit {Short(facts.Commit)}", SourceSpan.Start, message, help: help)]);

    private static Diagnostic Denial(PullRequestFacts pull, DiagnosticCode code, string message, string help) =>
        code.At($"pull request #{pull.Number}", SourceSpan.Start, message, help: help);

    private static Diagnostic Missing(PullRequestFacts pull, string message) =>
        Denial(pull, Catalogue.Publish.FactIsMissing, message, "what cannot be read is not approved: mend the cause and run again");

    private static string Named(List<string> paths) => paths.Count == 1 ? paths[0] : $"{paths[0]} and {paths.Count - 1} more";

    private static string Short(string commit) => commit.Length > 8 ? commit[..8] : commit;
}
