using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Rest;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Wire;

/// <summary>issue, issue-comment, label and milestone.</summary>
internal static class IssueWire
{
    public static JsonObject Wire(this Call call, Issue issue)
    {
        var repository = call.Links.Of(call.Repository);
        var url = $"{repository}/issues/{issue.Number}";
        var page = $"{call.Links.Page(call.Repository)}/{(issue.IsPull ? "pull" : "issues")}/{issue.Number}";
        var assignees = call.State.Users.Assigned(issue.Id);
        var json = new JsonObject
        {
            ["id"] = issue.Id,
            ["node_id"] = NodeId.Of("Issue", issue.Id),
            ["url"] = url,
            ["repository_url"] = repository,
            ["labels_url"] = $"{url}/labels{{/name}}",
            ["comments_url"] = $"{url}/comments",
            ["events_url"] = $"{url}/events",
            ["html_url"] = page,
            ["timeline_url"] = $"{url}/timeline",
            ["number"] = issue.Number,
            ["state"] = issue.State,
            ["state_reason"] = issue.StateReason,
            ["title"] = issue.Title,
            ["body"] = issue.Body,
            ["user"] = call.WireUser(issue.User),
            ["labels"] = call.WireLabels(issue),
            ["assignee"] = assignees.Count == 0 ? null : call.Wire(assignees[0]),
            ["assignees"] = call.WireUsers(assignees),
            ["milestone"] = call.WireMilestone(issue.Milestone),
            ["locked"] = issue.Locked,
            ["active_lock_reason"] = issue.LockReason,
            ["comments"] = call.State.Comments.On(issue).Count,
            ["created_at"] = issue.CreatedAt,
            ["updated_at"] = issue.UpdatedAt,
            ["closed_at"] = issue.ClosedAt,
            ["closed_by"] = call.WireUser(issue.ClosedBy),
            ["author_association"] = call.Association(issue.User),
            ["performed_via_github_app"] = null,
            ["reactions"] = Reactions($"{url}/reactions"),
        };
        if (issue.IsPull)
        {
            json["draft"] = call.State.Pulls.Find(call.Repository, issue.Number)?.IsDraft ?? false;
            json["pull_request"] = new JsonObject
            {
                ["url"] = $"{repository}/pulls/{issue.Number}",
                ["html_url"] = page,
                ["diff_url"] = $"{page}.diff",
                ["patch_url"] = $"{page}.patch",
                ["merged_at"] = call.State.Pulls.Find(call.Repository, issue.Number)?.MergedAt,
            };
        }

        return call.InForm(json);
    }

    public static JsonObject Wire(this Call call, Comment comment)
    {
        var issue = call.State.Issues.Get(comment.Issue);
        var url = $"{call.Links.Of(call.Repository)}/issues/comments/{comment.Id}";
        var page = $"{call.Links.Page(call.Repository)}/{(issue.IsPull ? "pull" : "issues")}/{issue.Number}";
        return call.InForm(new JsonObject
        {
            ["id"] = comment.Id,
            ["node_id"] = NodeId.Of("IssueComment", comment.Id),
            ["url"] = url,
            ["html_url"] = $"{page}#issuecomment-{comment.Id}",
            ["issue_url"] = $"{call.Links.Of(call.Repository)}/issues/{issue.Number}",
            ["user"] = call.WireUser(comment.User),
            ["body"] = comment.Body,
            ["created_at"] = comment.CreatedAt,
            ["updated_at"] = comment.UpdatedAt,
            ["author_association"] = call.Association(comment.User),
            ["performed_via_github_app"] = null,
            ["reactions"] = Reactions($"{url}/reactions"),
        });
    }

    public static JsonArray WireLabels(this Call call, Issue issue) => [.. call.State.Labels.Of(issue).Select(label => call.Wire(label))];

    public static JsonObject Wire(this Call call, Label label) => new()
    {
        ["id"] = label.Id,
        ["node_id"] = NodeId.Of("Label", label.Id),
        ["url"] = $"{call.Links.Of(call.Repository)}/labels/{Uri.EscapeDataString(label.Name)}",
        ["name"] = label.Name,
        ["color"] = label.Color,
        ["default"] = label.IsDefault,
        ["description"] = label.Description,
    };

    public static JsonNode? WireMilestone(this Call call, long? id) =>
        id is { } known && call.State.Milestones.Get(known) is { } milestone ? call.Wire(milestone) : null;

    public static JsonObject Wire(this Call call, Milestone milestone)
    {
        var url = $"{call.Links.Of(call.Repository)}/milestones/{milestone.Number}";
        return new JsonObject
        {
            ["url"] = url,
            ["html_url"] = $"{call.Links.Page(call.Repository)}/milestone/{milestone.Number}",
            ["labels_url"] = $"{url}/labels",
            ["id"] = milestone.Id,
            ["node_id"] = NodeId.Of("Milestone", milestone.Id),
            ["number"] = milestone.Number,
            ["title"] = milestone.Title,
            ["description"] = milestone.Description,
            ["creator"] = call.WireUser(milestone.Creator),
            ["open_issues"] = call.State.Milestones.Issues(milestone, "open"),
            ["closed_issues"] = call.State.Milestones.Issues(milestone, "closed"),
            ["state"] = milestone.State,
            ["created_at"] = milestone.CreatedAt,
            ["updated_at"] = milestone.UpdatedAt,
            ["due_on"] = milestone.DueOn,
            ["closed_at"] = milestone.ClosedAt,
        };
    }

    public static JsonObject Reactions(string url)
    {
        var json = new JsonObject { ["url"] = url, ["total_count"] = 0 };
        foreach (var kind in (string[])["+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes"])
        {
            json[kind] = 0;
        }

        return json;
    }
}
