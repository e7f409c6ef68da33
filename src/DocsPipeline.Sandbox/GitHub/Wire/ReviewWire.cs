using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Rest;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Wire;

/// <summary>pull-request-review and pull-request-review-comment.</summary>
internal static class ReviewWire
{
    public static JsonObject Wire(this Call call, Pull pull, Review review)
    {
        var url = $"{call.Links.Of(call.Repository)}/pulls/{pull.Number}";
        var page = $"{call.Links.Page(call.Repository)}/pull/{pull.Number}#pullrequestreview-{review.Id}";
        var json = new JsonObject
        {
            ["id"] = review.Id,
            ["node_id"] = NodeId.Of("PullRequestReview", review.Id),
            ["user"] = call.WireUser(review.User),
            ["body"] = review.Body,
            ["state"] = review.State,
            ["html_url"] = page,
            ["pull_request_url"] = url,
            ["_links"] = Anchors(("html", page), ("pull_request", url)),
            ["commit_id"] = review.CommitId,
            ["author_association"] = call.Association(review.User),
        };
        if (review.SubmittedAt is not null)
        {
            json["submitted_at"] = review.SubmittedAt;
        }

        return call.InForm(json);
    }

    public static JsonObject Wire(this Call call, ReviewComment comment)
    {
        var number = call.State.Issues.Get(comment.Issue).Number;
        var url = $"{call.Links.Of(call.Repository)}/pulls/comments/{comment.Id}";
        var pull = $"{call.Links.Of(call.Repository)}/pulls/{number}";
        var page = $"{call.Links.Page(call.Repository)}/pull/{number}#discussion_r{comment.Id}";
        var json = new JsonObject
        {
            ["url"] = url,
            ["pull_request_review_id"] = comment.Review,
            ["id"] = comment.Id,
            ["node_id"] = NodeId.Of("PullRequestReviewComment", comment.Id),
            ["diff_hunk"] = comment.Hunk,
            ["path"] = comment.Path,
            ["position"] = comment.Position,
            ["original_position"] = comment.Position,
            ["commit_id"] = comment.CommitId,
            ["original_commit_id"] = comment.CommitId,
            ["user"] = call.WireUser(comment.User),
            ["body"] = comment.Body,
            ["created_at"] = comment.CreatedAt,
            ["updated_at"] = comment.UpdatedAt,
            ["html_url"] = page,
            ["pull_request_url"] = pull,
            ["author_association"] = call.Association(comment.User),
            ["_links"] = Anchors(("self", url), ("html", page), ("pull_request", pull)),
            ["side"] = comment.Side,
            ["start_line"] = null,
            ["original_start_line"] = null,
            ["start_side"] = null,
            ["subject_type"] = comment.Line is null ? "file" : "line",
            ["reactions"] = IssueWire.Reactions($"{url}/reactions"),
        };
        if (comment.Line is { } line)
        {
            json["line"] = line;
            json["original_line"] = line;
        }

        if (comment.ReplyTo is { } reply)
        {
            json["in_reply_to_id"] = reply;
        }

        return call.InForm(json);
    }

    private static JsonObject Anchors(params (string Name, string Url)[] anchors) =>
        new(anchors.Select(one => new KeyValuePair<string, JsonNode?>(one.Name, new JsonObject { ["href"] = one.Url })));
}
