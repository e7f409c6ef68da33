using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Rest;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Wire;

/// <summary>git-ref, git-commit, git-tree and their parts: objects as the database of git has them.</summary>
internal static class GitWire
{
    public static JsonObject Wire(this Call call, GitRef found)
    {
        var url = call.Links.Of(call.Repository);
        return new JsonObject
        {
            ["ref"] = found.Name,
            ["node_id"] = NodeId.Of("Ref", found.Name),
            ["url"] = $"{url}/git/{Links.Escape(found.Name)}",
            ["object"] = new JsonObject { ["sha"] = found.Sha, ["type"] = found.Type, ["url"] = $"{url}/git/{found.Type}s/{found.Sha}" },
        };
    }

    public static JsonObject WireGit(this Call call, GitCommit commit)
    {
        var url = $"{call.Links.Of(call.Repository)}/git";
        return new JsonObject
        {
            ["sha"] = commit.Sha,
            ["node_id"] = NodeId.Of("Commit", commit.Sha),
            ["url"] = $"{url}/commits/{commit.Sha}",
            ["html_url"] = $"{call.Links.Page(call.Repository)}/commit/{commit.Sha}",
            ["author"] = Wire(commit.Author),
            ["committer"] = Wire(commit.Committer),
            ["tree"] = new JsonObject { ["sha"] = commit.Tree, ["url"] = $"{url}/trees/{commit.Tree}" },
            ["message"] = commit.Message,
            ["parents"] = new JsonArray([.. commit.Parents.Select(parent => new JsonObject
            {
                ["sha"] = parent,
                ["url"] = $"{url}/commits/{parent}",
                ["html_url"] = $"{call.Links.Page(call.Repository)}/commit/{parent}",
            })]),
            ["verification"] = Unsigned(),
        };
    }

    public static JsonObject Wire(this Call call, GitTreeEntry entry)
    {
        var json = new JsonObject { ["path"] = entry.Path, ["mode"] = entry.Mode, ["type"] = entry.Type, ["sha"] = entry.Sha };
        if (entry.Size is { } size)
        {
            json["size"] = size;
        }

        if (entry.Type != "commit")
        {
            json["url"] = $"{call.Links.Of(call.Repository)}/git/{entry.Type}s/{entry.Sha}";
        }

        return json;
    }

    public static JsonObject Wire(GitIdentity identity) => new()
    {
        ["name"] = identity.Name,
        ["email"] = identity.Email,
        ["date"] = Moment.Of(identity.Date),
    };

    public static JsonObject Unsigned() => new()
    {
        ["verified"] = false,
        ["reason"] = "unsigned",
        ["signature"] = null,
        ["payload"] = null,
        ["verified_at"] = null,
    };
}
