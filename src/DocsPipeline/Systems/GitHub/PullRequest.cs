namespace DocsPipeline.Systems.GitHub;

/// <summary>
/// A pull request. <see cref="MergeCommit"/> means something only once it is merged; before that GitHub names a test merge there.
/// </summary>
public sealed record PullRequest(
    int Number,
    string Title,
    string Body,
    bool IsOpen,
    bool IsDraft,
    DateTimeOffset? MergedAt,
    string? MergeCommit,
    BranchTip Head,
    BranchTip Base,
    string Author,
    string? MergedBy,
    IReadOnlyList<string> Labels,
    Uri Url)
{
    public bool IsMerged => MergedAt is not null;
}

/// <summary>A branch as a pull request knows it; the repository is <c>owner/name</c>, null where a fork was deleted.</summary>
public sealed record BranchTip(string Branch, string Commit, string? Repository);

/// <summary>
/// A review; <see cref="State"/> is <c>APPROVED</c>, <c>CHANGES_REQUESTED</c>, <c>COMMENTED</c>, <c>DISMISSED</c> or <c>PENDING</c>,
/// about the head at <see cref="Commit"/>.
/// </summary>
public sealed record Review(long Id, string Author, string State, string? Commit, DateTimeOffset? SubmittedAt, string Body);

/// <summary>A commit of a pull request; logins are null where GitHub knows no account for the e-mail address.</summary>
public sealed record PullCommit(
    string Id,
    string? Author,
    string? Committer,
    string AuthorEmail,
    string CommitterEmail,
    string Message,
    IReadOnlyList<string> Parents);

/// <summary>What to change; null leaves as it is.</summary>
public sealed record PullChange(string? Title = null, string? Body = null, bool? Open = null);
