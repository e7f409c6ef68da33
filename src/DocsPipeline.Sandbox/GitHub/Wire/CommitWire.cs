using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Rest;

namespace DocsPipeline.Sandbox.GitHub.Wire;

/// <summary>commit and diff-entry: commits as the platform shows them, with the accounts behind the addresses.</summary>
internal static class CommitWire
{
    public static JsonObject Wire(this Call call, GitCommit commit)
    {
        var url = call.Links.Of(call.Repository);
        var page = call.Links.Page(call.Repository);
        return new JsonObject
        {
            ["sha"] = commit.Sha,
            ["node_id"] = NodeId.Of("Commit", commit.Sha),
            ["commit"] = new JsonObject
            {
                ["author"] = GitWire.Wire(commit.Author),
                ["committer"] = GitWire.Wire(commit.Committer),
                ["message"] = commit.Message,
                ["tree"] = new JsonObject { ["sha"] = commit.Tree, ["url"] = $"{url}/git/trees/{commit.Tree}" },
                ["url"] = $"{url}/git/commits/{commit.Sha}",
                ["comment_count"] = 0,
                ["verification"] = GitWire.Unsigned(),
            },
            ["url"] = $"{url}/commits/{commit.Sha}",
            ["html_url"] = $"{page}/commit/{commit.Sha}",
            ["comments_url"] = $"{url}/commits/{commit.Sha}/comments",
            ["author"] = Account(call, commit.Author),
            ["committer"] = Account(call, commit.Committer),
            ["parents"] = new JsonArray([.. commit.Parents.Select(parent => new JsonObject
            {
                ["sha"] = parent,
                ["url"] = $"{url}/commits/{parent}",
                ["html_url"] = $"{page}/commit/{parent}",
            })]),
        };
    }

    public static JsonObject WithFiles(this Call call, JsonObject json, GitCommit commit, IReadOnlyList<GitChange> changes)
    {
        var (additions, deletions) = (changes.Sum(change => change.Additions), changes.Sum(change => change.Deletions));
        json["stats"] = new JsonObject { ["total"] = additions + deletions, ["additions"] = additions, ["deletions"] = deletions };
        json["files"] = new JsonArray([.. changes.Select(change => call.Wire(change, commit.Sha))]);
        return json;
    }

    public static JsonObject Wire(this Call call, GitChange change, string sha)
    {
        var path = Links.Escape(change.Path);
        var json = new JsonObject
        {
            ["sha"] = change.Sha,
            ["filename"] = change.Path,
            ["status"] = change.Status,
            ["additions"] = change.Additions,
            ["deletions"] = change.Deletions,
            ["changes"] = change.Additions + change.Deletions,
            ["blob_url"] = $"{call.Links.Page(call.Repository)}/blob/{sha}/{path}",
            ["raw_url"] = $"{call.Links.Page(call.Repository)}/raw/{sha}/{path}",
            ["contents_url"] = $"{call.Links.Of(call.Repository)}/contents/{path}?ref={sha}",
        };
        if (change.Patch is not null)
        {
            json["patch"] = change.Patch;
        }

        if (change.PreviousPath is not null)
        {
            json["previous_filename"] = change.PreviousPath;
        }

        return json;
    }

    private static JsonObject? Account(Call call, GitIdentity identity) =>
        call.State.Users.ByEmail(identity.Email) is { } user ? call.Wire(user) : null;
}
