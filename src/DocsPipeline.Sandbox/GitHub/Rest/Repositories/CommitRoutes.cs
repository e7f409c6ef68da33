using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Repositories;

/// <summary>The history of a repository.</summary>
internal static class CommitRoutes
{
    public static void MapCommits(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("/commits", ListAsync);
        repository.MapGet("/commits/{sha}", GetAsync);
        repository.MapGet("/commits/{sha}/pulls", PullsAsync);
        repository.MapGet("/compare/{**range}", CompareAsync);
    }

    private static async Task<Answer> ListAsync(Call call)
    {
        var tip = await call.ResolveAsync(call.Query("sha") ?? call.Repository.DefaultBranch) ?? throw Refusal.NotFound;
        var options = new (string Name, string? Value)[]
        {
            ("--since", call.Query("since")), ("--until", call.Query("until")), ("--author", call.Query("author")),
            ("--committer", call.Query("committer")),
        };
        var shas = await call.Git.History.LogAsync(
            tip, options.Where(one => one.Value is not null).Select(one => $"{one.Name}={one.Value}"), call.Query("path"));
        return new Answer(new JsonArray([.. (await call.Git.Objects.CommitsAsync(call.Slice(shas))).Select(commit => call.Wire(commit))]));
    }

    private static async Task<IResult> GetAsync(Call call)
    {
        var commit = await call.CommitAsync(call.Route("sha"));
        var parent = commit.Parents.Count == 0 ? GitDiffs.EmptyTree : commit.Parents[0];
        if (call.Wants("sha"))
        {
            return call.Form("sha", commit.Sha);
        }

        return call.Wants("diff") ? call.Form("diff", await call.Git.Diffs.PatchAsync(parent, commit.Sha))
            : call.Wants("patch") ? call.Form("patch", await call.Git.Diffs.MailsAsync(commit.Sha))
            : new Answer(call.WithFiles(call.Wire(commit), commit, await call.Git.Diffs.BetweenAsync(parent, commit.Sha)));
    }

    // As on GitHub: the merged pull request that brought the commit, else the open ones that contain it.
    private static async Task<Answer> PullsAsync(Call call)
    {
        var commit = await call.CommitAsync(call.Route("sha"));
        var git = call.Git;
        var all = call.State.Pulls.All(call.Repository);
        var found = all.Where(pull => pull.MergeSha == commit.Sha || pull.HeadSha == commit.Sha).ToList();
        foreach (var pull in all.Except(found).Where(pull => pull.IsOpen || pull.IsMerged))
        {
            var tip = pull.IsMerged && pull.MergeSha is not null ? pull.MergeSha : pull.HeadSha;
            if (await git.History.IsAncestorAsync(commit.Sha, tip) && !await git.History.IsAncestorAsync(commit.Sha, pull.BaseSha))
            {
                found.Add(pull);
            }
        }

        return call.Page([.. found.OrderBy(pull => pull.Number)], pull => call.Wire(pull));
    }

    private static async Task<IResult> CompareAsync(Call call)
    {
        var range = call.Route("range");
        var sides = range.Split("...");
        if (sides.Length != 2)
        {
            throw Refusal.NotFound;
        }

        var git = call.Git;
        string Bare(string side) => side.StartsWith(call.Repository.Owner + ":", StringComparison.OrdinalIgnoreCase)
            ? side[(call.Repository.Owner.Length + 1)..]
            : side;
        var @base = await call.ResolveAsync(Bare(sides[0])) ?? throw Refusal.NotFound;
        var head = await call.ResolveAsync(Bare(sides[1])) ?? throw Refusal.NotFound;
        var fork = await git.History.MergeBaseAsync(@base, head)
            ?? throw new Refusal(404, $"No common ancestor between {sides[0]} and {sides[1]}.");
        if (call.Wants("diff") || call.Wants("patch"))
        {
            return call.Wants("diff")
                ? call.Form("diff", await git.Diffs.PatchAsync(fork, head))
                : call.Form("patch", await git.Diffs.MailsAsync($"{fork}..{head}"));
        }

        var (ahead, behind) = (await git.History.BetweenAsync(@base, head), await git.History.CountAsync(head, @base));
        var page = $"{call.Links.Page(call.Repository)}/compare/{Links.Escape(range)}";
        return new Answer(new JsonObject
        {
            ["url"] = $"{call.Links.Of(call.Repository)}/compare/{Links.Escape(range)}",
            ["html_url"] = page,
            ["permalink_url"] = $"{call.Links.Page(call.Repository)}/compare/{@base}...{head}",
            ["diff_url"] = $"{page}.diff",
            ["patch_url"] = $"{page}.patch",
            ["base_commit"] = call.Wire(await call.CommitAsync(@base)),
            ["merge_base_commit"] = call.Wire(await call.CommitAsync(fork)),
            ["status"] = (ahead.Count, behind) switch { (0, 0) => "identical", (_, 0) => "ahead", (0, _) => "behind", _ => "diverged" },
            ["ahead_by"] = ahead.Count,
            ["behind_by"] = behind,
            ["total_commits"] = ahead.Count,
            ["commits"] = new JsonArray([.. (await git.Objects.CommitsAsync(call.Slice(ahead))).Select(commit => call.Wire(commit))]),
            ["files"] = new JsonArray([.. (await git.Diffs.BetweenAsync(fork, head)).Take(300).Select(change => call.Wire(change, head))]),
        });
    }
}
