using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>A comment as v2 shows it.</summary>
internal static class CommentShape
{
    public static JsonObject Of(Comment comment, Library library, string? format)
    {
        var page = library.Pages.Find(comment.PageId, false)!;
        return Json.Object(
            ("id", comment.Id),
            ("status", comment.Status),
            ("title", $"Re: {page.Title}"),
            ("pageId", comment.ParentId is null ? comment.PageId : null),
            ("parentCommentId", comment.ParentId),
            ("version", V2Shapes.Of(comment.Version)),
            ("body", V2Shapes.Body(format, comment.Body)),
            ("resolutionStatus", comment.IsInline ? library.Comments.ResolutionOf(comment) : null),
            ("resolutionLastModifierId", comment.ResolverId),
            ("resolutionLastModifiedAt", comment.ResolvedAt),
            ("properties", comment.IsInline ? Marker(comment) : null),
            (
                "_links",
                new JsonObject { ["webui"] = $"{PageLinks.Web(page, library.Spaces.Get(page.SpaceId))}?focusedCommentId={comment.Id}" }));
    }

    public static JsonObject Single(Call call, Comment comment, Library library, string? format)
    {
        var shape = Of(comment, library, format);
        shape["_links"]!["base"] = call.Base;
        return shape;
    }

    // Both spellings: the hyphenated ones are deprecated and still sent.
    private static JsonObject Marker(Comment comment) => Json.Object(
        ("inlineMarkerRef", comment.MarkerRef),
        ("inlineOriginalSelection", comment.Selection),
        ("inline-marker-ref", comment.MarkerRef),
        ("inline-original-selection", comment.Selection));
}
