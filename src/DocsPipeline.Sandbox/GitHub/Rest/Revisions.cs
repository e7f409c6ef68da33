using DocsPipeline.Sandbox.GitHub.Git;

namespace DocsPipeline.Sandbox.GitHub.Rest;

/// <summary>Branches, tags and commit ids as callers write them; the rest of git's revision language stays out.</summary>
internal static class Revisions
{
    public static async Task<string?> ResolveAsync(this Call call, string name)
    {
        var git = call.Git;
        string[] candidates = name.StartsWith("refs/", StringComparison.Ordinal)
            ? [name]
            : [$"refs/heads/{name}", $"refs/tags/{name}", $"refs/{name}"];
        if (await git.Refs.IsWellFormedAsync(candidates[0]))
        {
            foreach (var candidate in candidates)
            {
                if (await git.Refs.ResolveAsync(candidate) is { } sha)
                {
                    return sha;
                }
            }
        }

        return name.Length is >= 4 and <= 40 && name.All(char.IsAsciiHexDigit) ? await git.Refs.ResolveAsync(name) : null;
    }

    public static async Task<GitCommit> CommitAsync(this Call call, string name) =>
        await call.ResolveAsync(name) is { } sha && await call.Git.Objects.CommitAsync(sha) is { } commit
            ? commit
            : throw Refusal.Unprocessable($"No commit found for SHA: {name}");

    /// <summary>The tip to read when a caller names none.</summary>
    public static async Task<string> TipAsync(this Call call, string? name) =>
        await call.ResolveAsync(name ?? call.Repository.DefaultBranch) ?? throw new Refusal(404, $"No commit found for the ref {name}");
}
