namespace DocsPipeline.Sandbox.GitHub.Git;

/// <summary>A ref as <c>for-each-ref</c> shows it.</summary>
internal sealed record GitRef(string Name, string Type, string Sha);

/// <summary>Names that point at objects.</summary>
internal sealed class GitRefs(GitProgram git)
{
    public static readonly string Nothing = new('0', 40);

    /// <summary>The full id of a revision, peeled to <paramref name="type"/>; null if there is none.</summary>
    public async Task<string?> ResolveAsync(string revision, string type = "commit")
    {
        if (revision.Length == 0 || revision[0] == '-' || revision.Contains('\0'))
        {
            return null;
        }

        var answer = await git.RunAsync("rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{{type}}}");
        return answer.Succeeded ? answer.Line : null;
    }

    public Task<string?> BranchAsync(string branch) => ResolveAsync($"refs/heads/{branch}");

    public async Task<GitRef?> FindAsync(string name) =>
        (await ListAsync(name)).FirstOrDefault(found => found.Name == name);

    /// <summary>All refs below a complete prefix such as <c>refs/heads/</c>, or the one of that very name.</summary>
    public async Task<IReadOnlyList<GitRef>> ListAsync(string prefix = "refs/")
    {
        var answer = await git.DemandAsync("for-each-ref", "--format=%(refname)%00%(objecttype)%00%(objectname)", prefix);
        return [.. answer.Lines.Select(line => line.Split('\0')).Select(part => new GitRef(part[0], part[1], part[2]))];
    }

    /// <summary>All refs whose name begins with <paramref name="start"/>, even in the middle of a word.</summary>
    public async Task<IReadOnlyList<GitRef>> MatchAsync(string start) =>
        [.. (await ListAsync()).Where(found => found.Name.StartsWith(start, StringComparison.Ordinal))];

    public async Task<bool> IsWellFormedAsync(string name) => (await git.RunAsync("check-ref-format", name)).Succeeded;

    /// <summary>Sets the ref, if it still is what <paramref name="before"/> says.</summary>
    public async Task<bool> UpdateAsync(string name, string sha, string before) =>
        (await git.RunAsync("update-ref", name, sha, before)).Succeeded;

    public async Task DeleteAsync(string name) => await git.DemandAsync("update-ref", "-d", name);

    public async Task ForceAsync(string name, string sha) => await git.DemandAsync("update-ref", name, sha);
}
