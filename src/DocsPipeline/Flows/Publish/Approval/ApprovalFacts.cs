namespace DocsPipeline.Flows.Publish.Approval;

/// <summary>
/// What git and GitHub say about one commit of the published branch. A fact that could not be read is null, and null is a denial.
/// </summary>
/// <param name="Commit">The commit on the branch (first-parent history).</param>
/// <param name="Paths">All paths it changed against its first parent.</param>
/// <param name="Tree">Its tree.</param>
/// <param name="ApprovedTree">The tree that merging the approved head into the first parent gives.</param>
/// <param name="PullRequest">The merged pull request it came by.</param>
/// <param name="Owners">CODEOWNERS of the branch before this commit: nobody makes himself an owner in the change he wants to
/// approve.</param>
public sealed record ApprovalFacts(
    string Commit, IReadOnlyList<string> Paths, string Tree, string? ApprovedTree, PullRequestFacts? PullRequest, CodeOwners? Owners)
{
    /// <summary>Reviewers by the owning team (<c>org/team</c>) they belong to.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Teams { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>A pull request as approval sees it. <see cref="Contributors"/> are the logins of everybody who wrote or pushed a part of it;
/// null where one of them is unknown to GitHub.</summary>
public sealed record PullRequestFacts(
    int Number, bool Merged, string Base, string Head, string Author, IReadOnlyList<string>? Contributors,
    IReadOnlyList<ReviewFacts> Reviews);

public enum ReviewState
{
    Commented,
    Approved,
    ChangesRequested,
    Dismissed,
}

/// <summary>One review, in the order they were given; <see cref="Commit"/> is the head that the reviewer saw.</summary>
public sealed record ReviewFacts(string User, ReviewState State, string Commit);
