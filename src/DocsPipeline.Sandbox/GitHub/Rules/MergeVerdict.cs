namespace DocsPipeline.Sandbox.GitHub.Rules;

/// <summary>
/// Whether a pull request may be merged now. <see cref="State"/> is GitHub's <c>mergeable_state</c>; <see cref="Reasons"/> are its
/// sentences.
/// </summary>
internal sealed record MergeVerdict(string State, bool IsClean, IReadOnlyList<string> Reasons)
{
    public bool IsAllowed => IsClean && Reasons.Count == 0 && State != "draft";
}
