using Octokit;

namespace DocsPipeline.Systems.GitHub;

/// <summary>
/// What Octokit read of a pull request, as values of ours; an account that was deleted is called <c>ghost</c>, as GitHub calls it.
/// </summary>
internal static class PullValues
{
    public static PullRequest ToValue(this Octokit.PullRequest pull) => new(
        pull.Number,
        pull.Title,
        pull.Body ?? "",
        pull.State.StringValue == "open",
        pull.Draft,
        pull.MergedAt,
        pull.MergeCommitSha,
        pull.Head.ToValue(),
        pull.Base.ToValue(),
        pull.User?.Login ?? "ghost",
        pull.MergedBy?.Login,
        [.. pull.Labels?.Select(label => label.Name) ?? []],
        new Uri(pull.HtmlUrl));

    public static Review ToValue(this PullRequestReview review) => new(
        review.Id,
        review.User?.Login ?? "ghost",
        review.State.StringValue,
        review.CommitId,
        review.SubmittedAt == default ? null : review.SubmittedAt,
        review.Body ?? "");

    public static PullCommit ToValue(this PullRequestCommit commit) => new(
        commit.Sha,
        commit.Author?.Login,
        commit.Committer?.Login,
        commit.Commit.Author?.Email ?? "",
        commit.Commit.Committer?.Email ?? "",
        commit.Commit.Message,
        [.. commit.Parents.Select(parent => parent.Sha)]);

    private static BranchTip ToValue(this GitReference tip) => new(tip.Ref, tip.Sha, tip.Repository?.FullName);
}
