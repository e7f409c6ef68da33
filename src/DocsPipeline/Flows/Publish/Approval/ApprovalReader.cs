using System.Text;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.GitHub;

namespace DocsPipeline.Flows.Publish.Approval;

/// <summary>
/// Collects the facts that <see cref="ApprovalGate"/> judges, from git and GitHub. Whatever cannot be read stays null: the gate turns it
/// into a denial.
/// </summary>
public sealed class ApprovalReader(GitRepository repository, GitHubClient github)
{
    // GitHub lists at most 250 commits of a pull request; beyond it contributors are unknown.
    private const int MostCommits = 250;

    // The id that git gives a tree without entries, everywhere.
    private const string EmptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

    // The account that GitHub itself commits merges and web edits as; it is nobody's hand.
    private const string WebFlow = "web-flow";

    /// <summary>
    /// The facts about one commit of the branch's first-parent history; the first commit of all is compared with nothing.
    /// </summary>
    public async Task<ApprovalFacts> ReadAsync(GitCommit commit, CancellationToken cancellation)
    {
        var parent = commit.Parents is [var first, ..] ? first : null;
        var paths = (await repository.DiffAsync(parent ?? EmptyTree, commit.Id, cancellation)).Select(change => change.Path).ToList();
        var facts = new ApprovalFacts(commit.Id, paths, commit.Tree, null, null, null);
        if (parent is null || !paths.Exists(path => path.StartsWith("content/", StringComparison.Ordinal)))
        {
            return facts;
        }

        var pulls = await github.ListPullsOfCommitAsync(commit.Id, cancellation);
        if (pulls.FirstOrDefault(pull => pull.IsMerged && pull.MergeCommit == commit.Id) is not { } pull)
        {
            return facts;
        }

        var reviews = await github.ListReviewsAsync(pull.Number, cancellation);
        var owners = await OwnersAsync(parent, cancellation);
        return facts with
        {
            ApprovedTree = await ApprovedTreeAsync(commit, parent, pull, cancellation),
            PullRequest = await FactsAsync(pull, reviews, cancellation),
            Owners = owners,
            Teams = await TeamsAsync(owners, paths, reviews, cancellation),
        };
    }

    private async Task<string?> ApprovedTreeAsync(GitCommit commit, string parent, PullRequest pull, CancellationToken cancellation)
    {
        if (!commit.Parents.Contains(pull.Head.Commit))
        {
            // Squashed or rebased: the head lives on only in the pull request's own ref.
            var reference = $"refs/pull/{pull.Number}/head";
            await repository.FetchAsync(cancellation, reference);
            if (await repository.ResolveAsync(reference, cancellation) != pull.Head.Commit)
            {
                return null;
            }
        }

        var merge = await repository.MergeTreeAsync(parent, pull.Head.Commit, cancellation);
        return merge.Conflicts.Count == 0 ? merge.Tree : null;
    }

    private async Task<PullRequestFacts> FactsAsync(PullRequest pull, IReadOnlyList<Review> reviews, CancellationToken cancellation)
    {
        var commits = await github.ListPullCommitsAsync(pull.Number, cancellation);
        var logins = commits.SelectMany(commit => new[] { commit.Author, commit.Committer }).ToList();
        var known = commits.Count is > 0 and < MostCommits && commits[^1].Id == pull.Head.Commit && !logins.Contains(null);
        var contributors = known
            ? logins.OfType<string>().Where(login => login != WebFlow).Distinct(StringComparer.OrdinalIgnoreCase).ToList()
            : null;
        return new PullRequestFacts(
            pull.Number, pull.IsMerged, pull.Base.Branch, pull.Head.Commit, pull.Author, contributors,
            [.. reviews.Select(review => new ReviewFacts(review.Author, StateOf(review.State), review.Commit ?? ""))]);
    }

    private async Task<CodeOwners?> OwnersAsync(string commit, CancellationToken cancellation)
    {
        foreach (var path in CodeOwners.Paths)
        {
            if (await repository.FindFileAsync(commit, path, cancellation) is { } file)
            {
                return CodeOwners.Parse(Encoding.UTF8.GetString(file.Bytes.Span));
            }
        }

        return null;
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> TeamsAsync(
        CodeOwners? owners, IEnumerable<string> paths, IReadOnlyList<Review> reviews, CancellationToken cancellation)
    {
        var teams = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        var owning = paths.SelectMany(path => owners?.Of(path) ?? []).Distinct();
        foreach (var team in owning.Where(owner => owner.Contains('/', StringComparison.Ordinal)))
        {
            var members = new List<string>();
            foreach (var login in reviews.Select(review => review.Author).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (await github.IsTeamMemberAsync(team, login, cancellation))
                {
                    members.Add(login);
                }
            }

            teams[team] = members;
        }

        return teams;
    }

    private static ReviewState StateOf(string state) => state switch
    {
        "APPROVED" => ReviewState.Approved,
        "CHANGES_REQUESTED" => ReviewState.ChangesRequested,
        "DISMISSED" => ReviewState.Dismissed,
        _ => ReviewState.Commented,
    };
}
