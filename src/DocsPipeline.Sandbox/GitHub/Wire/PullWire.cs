using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Rest;
using DocsPipeline.Sandbox.GitHub.Rules;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Wire;

/// <summary>pull-request-simple (lists) and pull-request (one).</summary>
internal static class PullWire
{
    public static JsonObject Wire(this Call call, Pull pull)
    {
        var repository = call.Links.Of(call.Repository);
        var url = $"{repository}/pulls/{pull.Number}";
        var issue = $"{repository}/issues/{pull.Number}";
        var page = $"{call.Links.Page(call.Repository)}/pull/{pull.Number}";
        var assignees = call.State.Users.Assigned(pull.Issue.Id);
        var addresses = new (string Name, string Url)[]
        {
            ("html", page), ("issue", issue), ("comments", $"{issue}/comments"), ("review_comments", $"{url}/comments"),
            ("review_comment", $"{repository}/pulls/comments{{/number}}"), ("commits", $"{url}/commits"),
            ("statuses", $"{repository}/statuses/{pull.HeadSha}"),
        };
        var json = new JsonObject
        {
            ["url"] = url,
            ["id"] = pull.Id,
            ["node_id"] = NodeId.Of("PullRequest", pull.Id),
            ["diff_url"] = $"{page}.diff",
            ["patch_url"] = $"{page}.patch",
            ["number"] = pull.Number,
            ["state"] = pull.Issue.State,
            ["locked"] = pull.Issue.Locked,
            ["active_lock_reason"] = pull.Issue.LockReason,
            ["title"] = pull.Issue.Title,
            ["user"] = call.WireUser(pull.Issue.User),
            ["body"] = pull.Issue.Body,
            ["labels"] = Labels(call, pull),
            ["milestone"] = call.WireMilestone(pull.Issue.Milestone),
            ["created_at"] = pull.Issue.CreatedAt,
            ["updated_at"] = pull.Issue.UpdatedAt,
            ["closed_at"] = pull.Issue.ClosedAt,
            ["merged_at"] = pull.MergedAt,
            ["merge_commit_sha"] = pull.MergeSha,
            ["assignee"] = assignees.Count == 0 ? null : call.Wire(assignees[0]),
            ["assignees"] = call.WireUsers(assignees),
            ["requested_reviewers"] = call.WireUsers(call.State.Users.AskedToReview(pull.Issue.Id)),
            ["requested_teams"] = new JsonArray(),
            ["draft"] = pull.IsDraft,
            ["head"] = Side(call, pull.HeadRef, pull.HeadSha),
            ["base"] = Side(call, pull.BaseRef, pull.BaseSha),
            ["author_association"] = call.Association(pull.Issue.User),
            ["auto_merge"] = null,
            ["_links"] = new JsonObject([
                new("self", new JsonObject { ["href"] = url }),
                .. addresses.Select(one => new KeyValuePair<string, JsonNode?>(one.Name, new JsonObject { ["href"] = one.Url })),
            ]),
        };
        foreach (var (name, address) in addresses)
        {
            json[$"{name}_url"] = address;
        }

        return call.InForm(json);
    }

    public static async Task<JsonObject> WireFullAsync(this Call call, Pull pull)
    {
        var git = call.Git;
        var from = await git.History.MergeBaseAsync(pull.BaseSha, pull.HeadSha) ?? GitDiffs.EmptyTree;
        var changes = await git.Diffs.BetweenAsync(from, pull.HeadSha);
        var verdict = pull.IsOpen ? await new MergeRules(call.State, call.Repository).JudgeAsync(pull) : null;
        var json = call.Wire(pull);
        json["merged"] = pull.IsMerged;
        json["mergeable"] = verdict?.IsClean;
        json["rebaseable"] = verdict?.IsClean;
        json["mergeable_state"] = verdict?.State ?? "unknown";
        json["merged_by"] = call.WireUser(pull.MergedBy);
        json["comments"] = call.State.Comments.On(pull.Issue).Count;
        json["review_comments"] = call.State.ReviewComments.All(pull).Count;
        json["maintainer_can_modify"] = false;
        json["commits"] = from == GitDiffs.EmptyTree ? 0 : await git.History.CountAsync(from, pull.HeadSha);
        json["additions"] = changes.Sum(change => change.Additions);
        json["deletions"] = changes.Sum(change => change.Deletions);
        json["changed_files"] = changes.Count;
        return json;
    }

    public static JsonObject WireMinimal(this Call call, Pull pull)
    {
        JsonObject Half(string name, string sha) => new()
        {
            ["ref"] = name,
            ["sha"] = sha,
            ["repo"] = new JsonObject
            {
                ["id"] = call.Repository.Id,
                ["url"] = call.Links.Of(call.Repository),
                ["name"] = call.Repository.Name,
            },
        };
        return new JsonObject
        {
            ["id"] = pull.Id,
            ["number"] = pull.Number,
            ["url"] = $"{call.Links.Of(call.Repository)}/pulls/{pull.Number}",
            ["head"] = Half(pull.HeadRef, pull.HeadSha),
            ["base"] = Half(pull.BaseRef, pull.BaseSha),
        };
    }

    // GitHub describes a label's description as always a string here, and as maybe null everywhere else.
    private static JsonArray Labels(Call call, Pull pull) =>
        [.. call.State.Labels.Of(pull.Issue).Select(label => call.Wire(label with { Description = label.Description ?? "" }))];

    private static JsonObject Side(Call call, string branch, string sha) => new()
    {
        ["label"] = $"{call.Repository.Owner}:{branch}",
        ["ref"] = branch,
        ["sha"] = sha,
        ["user"] = call.Wire(call.State.Users.ByLogin(call.Repository.Owner)!),
        ["repo"] = call.WireRepository(),
    };
}
