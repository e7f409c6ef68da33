using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Rest;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Wire;

/// <summary>repository, minimal-repository and full-repository.</summary>
internal static class RepositoryWire
{
    private static readonly (string Name, string Path)[] Addresses =
    [
        ("archive_url", "/{archive_format}{/ref}"), ("assignees_url", "/assignees{/user}"), ("blobs_url", "/git/blobs{/sha}"),
        ("branches_url", "/branches{/branch}"), ("collaborators_url", "/collaborators{/collaborator}"),
        ("comments_url", "/comments{/number}"),
        ("commits_url", "/commits{/sha}"), ("compare_url", "/compare/{base}...{head}"), ("contents_url", "/contents/{+path}"),
        ("contributors_url", "/contributors"), ("deployments_url", "/deployments"), ("downloads_url", "/downloads"),
        ("events_url", "/events"),
        ("forks_url", "/forks"), ("git_commits_url", "/git/commits{/sha}"), ("git_refs_url", "/git/refs{/sha}"),
        ("git_tags_url", "/git/tags{/sha}"),
        ("hooks_url", "/hooks"), ("issue_comment_url", "/issues/comments{/number}"), ("issue_events_url", "/issues/events{/number}"),
        ("issues_url", "/issues{/number}"), ("keys_url", "/keys{/key_id}"), ("labels_url", "/labels{/name}"),
        ("languages_url", "/languages"),
        ("merges_url", "/merges"), ("milestones_url", "/milestones{/number}"),
        ("notifications_url", "/notifications{?since,all,participating}"),
        ("pulls_url", "/pulls{/number}"), ("releases_url", "/releases{/id}"), ("stargazers_url", "/stargazers"),
        ("statuses_url", "/statuses/{sha}"),
        ("subscribers_url", "/subscribers"), ("subscription_url", "/subscription"), ("tags_url", "/tags"), ("teams_url", "/teams"),
        ("trees_url", "/git/trees{/sha}"),
    ];

    public static JsonObject WireRepository(this Call call, bool isFull = false)
    {
        var repository = call.Repository;
        var url = call.Links.Of(repository);
        var page = call.Links.Page(repository);
        var open = call.State.Repositories.OpenIssues(repository);
        var owner = call.State.Users.ByLogin(repository.Owner)
            ?? throw new InvalidOperationException("the owner of a repository is a user");
        var json = new JsonObject
        {
            ["id"] = repository.Id,
            ["node_id"] = NodeId.Of("Repository", repository.Id),
            ["name"] = repository.Name,
            ["full_name"] = repository.FullName,
            ["private"] = repository.IsPrivate,
            ["owner"] = call.Wire(owner),
            ["html_url"] = page,
            ["description"] = repository.Description,
            ["fork"] = false,
            ["url"] = url,
            ["created_at"] = repository.CreatedAt,
            ["updated_at"] = repository.UpdatedAt,
            ["pushed_at"] = repository.PushedAt,
            ["git_url"] = $"git:{page["http:".Length..]}.git",
            ["ssh_url"] = $"git@127.0.0.1:{repository.FullName}.git",
            ["clone_url"] = $"{page}.git",
            ["svn_url"] = page,
            ["homepage"] = null,
            ["language"] = null,
            ["license"] = null,
            ["mirror_url"] = null,
            ["size"] = 1,
            ["stargazers_count"] = 0,
            ["watchers_count"] = 0,
            ["watchers"] = 0,
            ["forks_count"] = 0,
            ["forks"] = 0,
            ["open_issues_count"] = open,
            ["open_issues"] = open,
            ["default_branch"] = repository.DefaultBranch,
            ["visibility"] = repository.IsPrivate ? "private" : "public",
            ["is_template"] = false,
            ["topics"] = new JsonArray(),
        };
        foreach (var (name, path) in Addresses)
        {
            json[name] = url + path;
        }

        foreach (var name in (string[])
        [
            "archived", "disabled", "has_projects", "has_wiki", "has_pages", "has_discussions", "has_downloads", "allow_forking",
            "web_commit_signoff_required",
        ])
        {
            json[name] = false;
        }

        json["has_issues"] = true;
        json["permissions"] = Permissions(call);
        if (isFull)
        {
            json["network_count"] = 0;
            json["subscribers_count"] = 0;
            json["allow_merge_commit"] = true;
            json["allow_squash_merge"] = true;
            json["allow_rebase_merge"] = true;
            json["allow_auto_merge"] = false;
            json["allow_update_branch"] = true;
            json["delete_branch_on_merge"] = false;
        }

        return json;
    }

    private static JsonObject Permissions(Call call)
    {
        var held = call.Visitor is null ? Permission.Read : call.State.Repositories.Of(call.Repository, call.User);
        return new JsonObject
        {
            ["admin"] = held >= Permission.Admin,
            ["maintain"] = held >= Permission.Admin,
            ["push"] = held >= Permission.Write,
            ["triage"] = held >= Permission.Write,
            ["pull"] = held >= Permission.Read,
        };
    }
}
