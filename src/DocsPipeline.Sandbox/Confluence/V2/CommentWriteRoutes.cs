using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>Creating and changing comments. An inline comment puts its marker into the page.</summary>
internal static class CommentWriteRoutes
{
    public static void MapCommentWrites(this ApiRoutes routes, Library library)
    {
        foreach (var kind in (string[])["footer", "inline"])
        {
            routes.Post($"{kind}-comments", call => CreateAsync(call, library, kind));
            routes.Put($"{kind}-comments/{{id}}", call => UpdateAsync(call, library, kind));
        }
    }

    private static async Task<IResult> CreateAsync(Call call, Library library, string kind)
    {
        var fields = await call.BodyAsync();
        var (pageId, parentId) = (fields.OptionalId("pageId"), fields.OptionalId("parentCommentId"));
        var body = V2Shapes.Storage(fields.Object("body"));
        var selection = kind == "inline" ? fields.OptionalObject("inlineCommentProperties") : null;
        var place = selection is null
            ? default
            : (
                Text: selection.Text("textSelection"), Count: selection.Number("textSelectionMatchCount"),
                Index: selection.Number("textSelectionMatchIndex"));
        selection?.End();
        fields.End();

        var made = (pageId, parentId) switch
        {
            (null, not null) => Reply(call, library, kind, parentId, body),
            (not null, null) when kind == "footer" =>
                library.Comments.Create(kind, library.Readable(pageId, call.Account, false).Id, null, body, call.Account),
            (not null, null) when selection is not null =>
                library.Comments.CreateInline(
                    library.Readable(pageId, call.Account), body, place.Text, place.Count, place.Index, call.Account),
            (not null, null) => throw Refusal.Invalid("Required field 'inlineCommentProperties' is missing"),
            _ => throw Refusal.Invalid("Exactly one of pageId and parentCommentId must be given"),
        };
        return Json.Answer(CommentShape.Single(call, made, library, "storage"), StatusCodes.Status201Created);
    }

    private static Comment Reply(Call call, Library library, string kind, string parentId, string body)
    {
        var parent = library.Comments.Get(parentId, kind);
        library.Readable(parent.PageId, call.Account, false);
        return library.Comments.Create(kind, parent.PageId, parent.Id, body, call.Account);
    }

    private static async Task<IResult> UpdateAsync(Call call, Library library, string kind)
    {
        var fields = (await call.BodyAsync()).Ignore("_links");
        var version = fields.Object("version");
        var (number, message) = (version.Number("number"), version.OptionalText("message") ?? "");
        var body = fields.OptionalObject("body") is { } written ? V2Shapes.Storage(written) : null;
        var resolved = kind == "inline" ? fields.OptionalFlag("resolved") : null;
        version.End();
        fields.End();
        var comment = library.Comments.Update(CommentRoutes.Get(call, library, kind), number, body, message, resolved, call.Account);

        // The description gives this one answer no base.
        return Json.Answer(
            kind == "footer" ? CommentShape.Of(comment, library, "storage") : CommentShape.Single(call, comment, library, "storage"));
    }
}
