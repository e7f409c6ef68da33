using System.Globalization;

namespace DocsPipeline.Sandbox.GitHub.Git;

/// <summary>How commits stand to each other.</summary>
internal sealed class GitHistory(GitProgram git)
{
    public async Task<string?> MergeBaseAsync(string left, string right)
    {
        var answer = await git.RunAsync("merge-base", left, right);
        return answer.Succeeded ? answer.Lines[0] : null;
    }

    public async Task<bool> IsAncestorAsync(string older, string newer) =>
        (await git.RunAsync("merge-base", "--is-ancestor", older, newer)).Succeeded;

    /// <summary>Commits only in <paramref name="head"/>, oldest first.</summary>
    public async Task<IReadOnlyList<string>> BetweenAsync(string @base, string head) =>
        (await git.DemandAsync("rev-list", "--topo-order", "--reverse", head, $"^{@base}")).Lines;

    public async Task<int> CountAsync(string @base, string head) =>
        int.Parse((await git.DemandAsync("rev-list", "--count", head, $"^{@base}")).Line, CultureInfo.InvariantCulture);

    /// <summary>Commits reachable from a tip, newest first, narrowed by rev-list's own options.</summary>
    public async Task<IReadOnlyList<string>> LogAsync(string tip, IEnumerable<string> options, string? path = null) =>
        (await git.RunAsync([
            "rev-list", .. options, "--end-of-options", tip, .. path is null ? Array.Empty<string>() : ["--", path],
        ])).OrThrow().Lines;
}
