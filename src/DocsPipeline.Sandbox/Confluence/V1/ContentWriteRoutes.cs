using System.Text.Json;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V1;

/// <summary>Making, changing and deleting content by v1: the only way there is on Data Center.</summary>
internal static class ContentWriteRoutes
{
    private static readonly Expansion Answered = new("body.storage,version,space,ancestors,history");

    public static void MapContentWrites(this ApiRoutes routes, Library library)
    {
        routes.Post("content", call => CreateAsync(call, library));
        routes.Put("content/{id}", call => UpdateAsync(call, library));
        routes.Delete("content/{id}", call => Delete(call, library));
    }

    private static async Task<IResult> CreateAsync(Call call, Library library)
    {
        var fields = (await call.BodyAsync()).Ignore("id", "metadata", "version");
        var type = fields.Text("type");
        if (type == "comment")
        {
            return CreateComment(call, library, fields);
        }

        var title = fields.Text("title");
        var space = fields.Object("space").Ignore("id", "name");
        var key = space.Text("key");
        space.End();
        var parent = Parent(fields);
        var draft = fields.OptionalText("status") == "draft";
        var body = Storage(fields.OptionalObject("body"));
        fields.End();
        if (type != "page")
        {
            throw Refusal.Bad($"This sandbox holds pages only, not content of type '{type}'");
        }

        var found = library.Spaces.FindByKey(key) ?? throw Refusal.NotFound($"No space with key : {key}");
        var page = library.Writer.Create("page", found.Id, parent, title, body ?? "", call.Account, draft);
        return Json.Answer(ContentShape.Of(call, library, page, Answered));
    }

    // A comment hangs on its container, or on the comment that it answers; a space it has none of its own, and its title is made from the
    // page's.
    private static IResult CreateComment(Call call, Library library, Fields fields)
    {
        fields.Ignore("title", "space", "status");
        var container = fields.Object("container").Ignore("status", "title");
        var (id, type) = (container.Text("id"), container.Text("type"));
        container.End();
        var parent = Parent(fields);
        var body = Storage(fields.OptionalObject("body")) ?? throw Refusal.Bad("A comment needs a body");
        fields.End();
        if (type != "page")
        {
            throw Refusal.Bad($"This sandbox holds comments on pages only, not on content of type '{type}'");
        }

        var page = library.Readable(id, call.Account, false);
        return Json.Answer(
            CommentRoutes.Shape(
                call, library, library.Comments.Create("footer", page.Id, parent, body, call.Account), new Expansion("body.storage")));
    }

    private static async Task<IResult> UpdateAsync(Call call, Library library)
    {
        var fields = (await call.BodyAsync()).Ignore("id", "type", "space", "metadata", "_links", "_expandable");
        var page = V1Shapes.Changeable(call, library);
        var version = fields.Object("version").Ignore("by", "when", "_links", "_expandable");
        var (number, message, minor) = (
            version.Number("number"), version.OptionalText("message") ?? "", version.OptionalFlag("minorEdit") == true);
        version.End();
        var title = fields.OptionalText("title") ?? page.Title;
        var parent = Parent(fields);
        var draft = fields.OptionalText("status") == "draft";
        var body = Storage(fields.OptionalObject("body")) ?? page.Body!;
        fields.End();
        var saved = draft
            ? library.Writer.SaveDraft(page, title, body, number, call.Account)
            : library.Writer.Update(page, title, body, number, message, minor, parent, call.Account);
        return Json.Answer(ContentShape.Of(call, library, saved, Answered));
    }

    private static IResult Delete(Call call, Library library)
    {
        var id = call.Route("id");
        if (id.StartsWith("att", StringComparison.Ordinal))
        {
            var attachment = library.ReadableAttachment(call.Route("id"), call.Account);
            library.Changeable(attachment.PageId, call.Account);
            library.Attachments.Trash(attachment);
        }
        else if (call.Query("status") == "trashed")
        {
            library.Writer.Purge(library.Pages.Find(id) is { Status: "trashed" } page ? page : throw V1Shapes.NoContent(id));
        }
        else
        {
            library.Writer.Trash(V1Shapes.Changeable(call, library));
        }

        return Results.NoContent();
    }

    // v1 takes the whole path of ancestors; only the last one counts.
    private static string? Parent(Fields fields) => fields.OptionalItems("ancestors") is { Count: > 0 } ancestors
        ? ancestors[^1].TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? id.ToString()
            : throw Refusal.Bad("An ancestor needs an id")
        : null;

    private static string? Storage(Fields? body)
    {
        if (body?.Ignore("_expandable").OptionalObject("storage") is not { } storage)
        {
            body?.End();
            return null;
        }

        var value = storage.Ignore("embeddedContent", "_expandable").Text("value");
        if (storage.Text("representation") is not "storage" and var other)
        {
            throw Refusal.Bad($"This sandbox takes bodies in the storage representation only, not '{other}'");
        }

        storage.End();
        body.End();
        return value;
    }
}
