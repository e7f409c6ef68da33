using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>What footer and inline comments have in common; creating them is <see cref="CommentWriteRoutes"/>.</summary>
internal static class CommentRoutes
{
    private static readonly string[] Statuses = ["current", "archived", "trashed", "deleted", "historical", "draft"];

    public static void MapComments(this ApiRoutes routes, Library library)
    {
        foreach (var kind in (string[])["footer", "inline"])
        {
            var all = $"{kind}-comments";
            routes.Get(all, call => List(call, library, library.Comments.All(kind).Where(comment => Visible(comment, call, library))));
            routes.Get(
                $"pages/{{id}}/{all}",
                call => List(call, library, library.Comments.Of(library.Readable(call.Id(), call.Account, false).Id, kind)));
            routes.Get($"{all}/{{id}}", call => Json.Answer(CommentShape.Single(call, Get(call, library, kind), library, Format(call))));
            routes.Get($"{all}/{{id}}/children", call => List(call, library, library.Comments.Replies(Get(call, library, kind).Id)));
            routes.Get($"{all}/{{id}}/versions", call => Versions(call, library, Get(call, library, kind)));
            routes.Get($"{all}/{{id}}/versions/{{number}}", call => Json.Answer(
                VersionRoutes.Detailed(
                    [.. library.Comments.Versions(Get(call, library, kind).Id).Select(each => each.Version)], call.Id("number"))));
            routes.Delete($"{all}/{{id}}", call =>
            {
                library.Comments.Delete(Get(call, library, kind));
                return Results.NoContent();
            });
        }
    }

    public static Comment Get(Call call, Library library, string kind) =>
        library.Comments.Get(call.Id(), kind) is var comment && Visible(comment, call, library) ? comment : throw Refusal.NotFound();

    private static bool Visible(Comment comment, Call call, Library library) =>
        library.Pages.Find(comment.PageId, false) is { Status: not "trashed" } page && library.Restrictions.MayRead(page, call.Account);

    private static string? Format(Call call) => call.Choice("body-format", "storage");

    private static IResult List(Call call, Library library, IEnumerable<Comment> comments)
    {
        var format = Format(call);
        var sort = call.Choice("sort", "created-date", "-created-date", "modified-date", "-modified-date");
        var statuses = call.Choices("status", Statuses);
        var resolutions = call.Choices("resolution-status", "open", "reopened", "resolved", "dangling");
        comments = comments.Where(comment =>
            (statuses.Count == 0 || statuses.Contains(comment.Status))
            && (resolutions.Count == 0 || !comment.IsInline || resolutions.Contains(library.Comments.ResolutionOf(comment))));
        comments = sort?.TrimStart('-') == "modified-date"
            ? comments.OrderBy(comment => comment.Version.CreatedAt, StringComparer.Ordinal)
            : comments;
        return Listing.Slice(
            call, [.. sort is ['-', ..] ? comments.Reverse() : comments], comment => comment.Id,
            comment => CommentShape.Of(comment, library, format));
    }

    private static IResult Versions(Call call, Library library, Comment comment)
    {
        var format = Format(call);
        return Listing.Slice(call, library.Comments.Versions(comment.Id), each => $"{each.Version.Number}", each =>
        {
            var shape = V2Shapes.Of(each.Version);
            shape["comment"] = new JsonObject { ["id"] = comment.Id, ["title"] = "", ["body"] = V2Shapes.Body(format, each.Body) };
            return shape;
        });
    }
}
