using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V1;

/// <summary>Comments by v1: <c>location=inline|footer|resolved</c>, <c>depth=all</c>.</summary>
internal static class CommentRoutes
{
    public static void MapComments(this ApiRoutes routes, Library library) => routes.Get("content/{id}/child/comment", call =>
    {
        var page = V1Shapes.Page(call, library);
        var locations = call.Choices("location", "inline", "footer", "resolved");
        var expand = new Expansion(call.Query("expand"));
        var roots = library.Comments.Of(page.Id, "footer").Concat(library.Comments.Of(page.Id, "inline"))
            .Where(comment => locations.Count == 0 || locations.Contains(Location(comment)));
        var found = call.Query("depth") == "all" ? roots.SelectMany(root => library.Comments.Replies(root.Id).Prepend(root)) : roots;
        return Paging.Slice(call, [.. found], comment => Shape(call, library, comment, expand));
    });

    private static string Location(Comment comment) => comment is { IsInline: true, Resolution: "resolved" } ? "resolved" : comment.Kind;

    public static JsonObject Shape(Call call, Library library, Comment comment, Expansion expand) => Json.Object(
        ("id", comment.Id),
        ("type", "comment"),
        ("status", comment.Status),
        ("title", "Re: " + library.Pages.Find(comment.PageId, false)!.Title),
        ("version", V1Shapes.Of(comment.Version, call.Flavour)),
        ("body", expand.Has("body.storage")
            ? new JsonObject { ["storage"] = new JsonObject { ["value"] = comment.Body, ["representation"] = "storage" } }
            : null),
        ("extensions", Json.Object(
            ("location", comment.Kind),
            (
                "inlineProperties",
                comment.IsInline ? Json.Object(("originalSelection", comment.Selection), ("markerRef", comment.MarkerRef)) : null),
            ("resolution", comment.IsInline ? new JsonObject { ["status"] = library.Comments.ResolutionOf(comment) } : null))),
        ("_links", new JsonObject { ["self"] = $"{call.Base}/rest/api/content/{comment.Id}" }));
}
