namespace DocsPipeline.Systems.GitHub.Wire;

internal sealed record UserPayload(string Login);

internal sealed record MembershipPayload(string State);

internal sealed record LabelPayload(string Name, string? Color, string? Description);

internal sealed record BranchRepositoryPayload(string FullName);

internal sealed record BranchPayload(string Ref, string Sha, BranchRepositoryPayload? Repo)
{
    public BranchTip ToValue() => new(Ref, Sha, Repo?.FullName);
}

internal sealed record PullPayload(
    int Number, string Title, string? Body, string State, bool? Draft, DateTimeOffset? MergedAt, string? MergeCommitSha, BranchPayload Head, BranchPayload Base,
    UserPayload? User, UserPayload? MergedBy, List<LabelPayload>? Labels, Uri HtmlUrl)
{
    public PullRequest ToValue() => new(
        Number, Title, Body ?? "", State == "open", Draft ?? false, MergedAt, MergeCommitSha, Head.ToValue(), Base.ToValue(),
        User?.Login ?? "ghost", MergedBy?.Login, [.. Labels?.Select(label => label.Name) ?? []], HtmlUrl);
}

internal sealed record ReviewPayload(long Id, UserPayload? User, string State, string? CommitId, DateTimeOffset? SubmittedAt, string? Body)
{
    public Review ToValue() => new(Id, User?.Login ?? "ghost", State, CommitId, SubmittedAt, Body ?? "");
}

internal sealed record CommitPayload(string Sha, CommitBodyPayload Commit, UserPayload? Author, UserPayload? Committer, List<ParentPayload> Parents)
{
    public PullCommit ToValue() => new(
        Sha, Author?.Login, Committer?.Login, Commit.Author?.Email ?? "", Commit.Committer?.Email ?? "", Commit.Message, [.. Parents.Select(parent => parent.Sha)]);
}

internal sealed record CommitBodyPayload(string Message, SignaturePayload? Author, SignaturePayload? Committer);

internal sealed record SignaturePayload(string? Email);

internal sealed record ParentPayload(string Sha);

internal sealed record IssuePayload(
    int Number, string Title, string? Body, string State, string? StateReason, UserPayload? User, List<LabelPayload> Labels, int Comments,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? ClosedAt, Uri HtmlUrl, PullMarkPayload? PullRequest)
{
    public Issue ToValue() => new(
        Number, Title, Body ?? "", State == "open", StateReason, User?.Login ?? "ghost", [.. Labels.Select(label => label.Name)], Comments, CreatedAt, UpdatedAt, ClosedAt, HtmlUrl);
}

/// <summary>Present on the pull requests among the issues.</summary>
internal sealed record PullMarkPayload;
