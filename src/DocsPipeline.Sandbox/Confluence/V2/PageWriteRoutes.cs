using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>Making, changing and deleting pages.</summary>
internal static class PageWriteRoutes
{
    private const int LargestBody = 5 * 1024 * 1024;

    public static void MapPageWrites(this ApiRoutes routes, Library library)
    {
        routes.Post("pages", call => CreateAsync(call, library));
        routes.Put("pages/{id}", call => UpdateAsync(call, library));
        routes.Put("pages/{id}/title", call => RetitleAsync(call, library));
        routes.Delete("pages/{id}", call => Delete(call, library));
    }

    private static async Task<IResult> CreateAsync(Call call, Library library)
    {
        var fields = (await call.BodyAsync()).Ignore("subtype");
        var spaceId = fields.Id("spaceId");
        var draft = Status(fields.OptionalText("status") ?? "current") == "draft";
        var title = fields.OptionalText("title") ?? "";
        var parentId = fields.OptionalId("parentId");
        var body = Body(fields.OptionalObject("body"));
        fields.End();
        if (title.Length == 0 && !draft)
        {
            throw Refusal.Invalid("Required field 'title' is missing");
        }

        Fits(title);
        if (parentId is not null
            && library.Pages.Find(parentId, false) is { } parent
            && !library.Restrictions.MayUpdate(parent, call.Account))
        {
            throw library.Restrictions.MayRead(parent, call.Account)
                ? Refusal.Forbidden("You do not have permission to create content here.")
                : Refusal.NotFound("Parent page not found");
        }

        var root = call.Flag("root-level");
        if (root && parentId is not null)
        {
            throw Refusal.Bad("parentId must not be given together with root-level");
        }

        var page = library.Writer.Create("page", spaceId, parentId, title, body, call.Account, draft, root);
        if (call.Flag("private"))
        {
            library.Restrictions.Add(page.Id, "read", call.Account.Id);
            library.Restrictions.Add(page.Id, "update", call.Account.Id);
        }

        return Json.Answer(PageShape.Single(call, page, library.Spaces.Get(page.SpaceId), "storage"));
    }

    private static async Task<IResult> UpdateAsync(Call call, Library library)
    {
        var fields = (await call.BodyAsync()).Ignore("ownerId");
        var id = call.Id();
        var named = fields.Id("id");
        var draft = Status(fields.Text("status")) == "draft";
        var title = fields.Text("title");
        var spaceId = fields.OptionalId("spaceId");
        var parentId = fields.OptionalId("parentId");
        var body = Body(fields.Object("body"));

        // minorEdit is not in the description, and Cloud takes it all the same.
        var version = fields.Object("version");
        var (number, message, minor) = (
            version.Number("number"), version.OptionalText("message") ?? "", version.OptionalFlag("minorEdit") == true);
        version.End();
        fields.End();
        if (named != id)
        {
            throw Refusal.Invalid("The id in the request body does not match the id in the URL");
        }

        Fits(title);
        var page = library.Changeable(id, call.Account);
        if (spaceId is not null && spaceId != page.SpaceId)
        {
            throw Refusal.Bad("Moving a page to another space is not supported");
        }

        var saved = draft
            ? library.Writer.SaveDraft(page, title, body, number, call.Account)
            : library.Writer.Update(page, title, body, number, message, minor, parentId, call.Account);
        return Json.Answer(PageShape.Single(call, saved, library.Spaces.Get(saved.SpaceId), "storage"));
    }

    private static async Task<IResult> RetitleAsync(Call call, Library library)
    {
        var fields = await call.BodyAsync();
        var (_, title) = (Status(fields.Text("status")), fields.Text("title"));
        fields.End();
        var page = library.Changeable(call.Id(), call.Account);
        var saved = library.Writer.Update(page, title, page.Body!, page.Version.Number + 1, "", false, null, call.Account);
        return Json.Answer(PageShape.Single(call, saved, library.Spaces.Get(saved.SpaceId), null));
    }

    private static IResult Delete(Call call, Library library)
    {
        var (purge, draft) = (call.Flag("purge"), call.Flag("draft"));
        var page = library.Changeable(call.Id(), call.Account);
        if (draft)
        {
            if (page.Status == "draft")
            {
                library.Writer.Purge(page);
            }
            else
            {
                _ = library.Pages.FindDraft(page.Id) ?? throw Refusal.NotFound();
                library.Writer.DropDraft(page.Id);
            }
        }
        else if (purge)
        {
            library.Writer.Purge(page.Status == "trashed" ? page : throw Refusal.Bad("Only a page in the trash can be purged"));
        }
        else
        {
            library.Writer.Trash(page.Status is "current" or "archived" ? page : throw Refusal.NotFound());
        }

        return Results.NoContent();
    }

    private static string Status(string status) =>
        status is "current" or "draft"
            ? status
            : throw Refusal.Invalid($"Provided value {{{status}}} for 'status' is not one of the allowed values");

    private static string Body(Fields? body)
    {
        var storage = body is null ? "" : V2Shapes.Storage(body);
        return storage.Length <= LargestBody
            ? storage
            : throw new Refusal(StatusCodes.Status413PayloadTooLarge, "PAYLOAD_TOO_LARGE", "The body is larger than 5 MB");
    }

    private static void Fits(string title)
    {
        if (title.Length > 255)
        {
            throw Refusal.Bad("Title cannot be longer than 255 characters.");
        }
    }
}
