using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Rules;

/// <summary>Brings a pull request into its base: by a merge commit, as one squashed commit, or commit by commit.</summary>
internal sealed class PullMerger(GitHubState state, Repository repository)
{
    private readonly BareRepository git = state.Git(repository);

    /// <summary>The new tip of the base branch; null where the branches conflict. The rules are the caller's business.</summary>
    public async Task<string?> MergeAsync(Pull pull, User by, string method, string? title, string? message)
    {
        var platform = new GitIdentity("GitHub", "noreply@github.com", state.Clock.GetUtcNow());
        var sha = method switch
        {
            "squash" => await SquashAsync(pull, platform, title, message),
            "rebase" => await git.Merges.RebaseAsync(pull.BaseSha, pull.HeadSha, platform),
            _ => await JoinAsync(pull, by, platform, title, message),
        };
        if (sha is null || !await git.Refs.UpdateAsync($"refs/heads/{pull.BaseRef}", sha, pull.BaseSha))
        {
            return null;
        }

        state.Pulls.Save(pull with
        {
            Issue = state.Issues.InState(pull.Issue, "closed", null, by),
            MergedAt = state.Now,
            MergedBy = by.Id,
            MergeSha = sha,
        });
        await new RefChanges(state, repository).RecordAsync(by, $"refs/heads/{pull.BaseRef}", pull.BaseSha, sha, isMerge: true);
        return sha;
    }

    /// <summary>Brings the base into the head; null where the branches conflict.</summary>
    public async Task<string?> UpdateAsync(Pull pull, User by)
    {
        if (await git.Merges.TreeAsync(pull.HeadSha, pull.BaseSha) is not { } tree)
        {
            return null;
        }

        var now = state.Clock.GetUtcNow();
        var message = $"Merge branch '{pull.BaseRef}' into {pull.HeadRef}";
        var sha = await git.Objects.WriteCommitAsync(
            tree, [pull.HeadSha, pull.BaseSha], message, by.At(now), new GitIdentity("GitHub", "noreply@github.com", now));
        await git.Refs.ForceAsync($"refs/heads/{pull.HeadRef}", sha);
        await new RefChanges(state, repository).RecordAsync(by, $"refs/heads/{pull.HeadRef}", pull.HeadSha, sha);
        return sha;
    }

    private async Task<string?> JoinAsync(Pull pull, User by, GitIdentity platform, string? title, string? message)
    {
        var text = Text(title ?? $"Merge pull request #{pull.Number} from {repository.Owner}/{pull.HeadRef}", message ?? pull.Issue.Title);
        return await git.Merges.TreeAsync(pull.BaseSha, pull.HeadSha) is { } tree
            ? await git.Objects.WriteCommitAsync(tree, [pull.BaseSha, pull.HeadSha], text, by.At(platform.Date), platform)
            : null;
    }

    private async Task<string?> SquashAsync(Pull pull, GitIdentity platform, string? title, string? message)
    {
        if (await git.Merges.TreeAsync(pull.BaseSha, pull.HeadSha) is not { } tree)
        {
            return null;
        }

        var commits = await git.Objects.CommitsAsync(await git.History.BetweenAsync(pull.BaseSha, pull.HeadSha));
        var author = state.Users.Get(pull.Issue.User);
        var others = commits.Select(commit => commit.Author).DistinctBy(one => one.Email).Where(one => one.Email != author.Email).ToList();
        var body = message ?? (commits.Count == 1
            ? string.Join('\n', commits[0].Message.Split('\n').Skip(1)).Trim('\n')
            : string.Join("\n\n", commits.Select(commit => $"* {commit.Message}")));
        var credits = string.Join('\n', others.Select(one => $"Co-authored-by: {one.Name} <{one.Email}>"));
        var text = Text(title ?? $"{(commits.Count == 1 ? commits[0].Title : pull.Issue.Title)} (#{pull.Number})", Text(body, credits));
        return await git.Objects.WriteCommitAsync(tree, [pull.BaseSha], text, author.At(platform.Date), platform);
    }

    private static string Text(string title, string body) => body.Length == 0 ? title : title.Length == 0 ? body : $"{title}\n\n{body}";
}
