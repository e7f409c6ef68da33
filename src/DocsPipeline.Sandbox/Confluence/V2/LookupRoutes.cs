using System.Text.Json;
using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>What an id stands for: a person, or a kind of content.</summary>
internal static class LookupRoutes
{
    public static void MapLookups(this ApiRoutes routes, Library library)
    {
        routes.Post("users-bulk", async call =>
        {
            var fields = await call.BodyAsync();
            var ids = fields.Items("accountIds").Select(id => id.ValueKind == JsonValueKind.String
                ? id.GetString()!
                : throw Refusal.Invalid("Provided value for 'accountIds' is not the correct type. Expected type is string")).ToList();
            fields.End();
            return Listing.Answer(call, Json.Array(ids.Select(Accounts.ById).OfType<Account>(), Shape), null);
        });
        routes.Post("content/convert-ids-to-types", async call =>
        {
            var fields = await call.BodyAsync();
            var ids = fields.Items("contentIds").Select(id => id.ToString()).ToList();
            fields.End();
            if (ids.Count > 100)
            {
                throw Refusal.Invalid("At most 100 contentIds may be given");
            }

            var results = new JsonObject();
            foreach (var id in ids.Distinct())
            {
                results[id] = Type(library, id, call.Account);
            }

            return Json.Answer(new JsonObject { ["results"] = results });
        });
    }

    private static string? Type(Library library, string id, Account account) =>
        library.Pages.Find(id, false) is { Status: not "trashed" } page
        ? library.Restrictions.MayRead(page, account) ? page.Type : null
        : library.Attachments.Find(id) is not null ? "attachment"
        : library.Comments.Find(id, "footer") is not null ? "footer-comment"
        : library.Comments.Find(id, "inline") is not null ? "inline-comment"
        : null;

    private static JsonObject Shape(Account account) => new()
    {
        ["accountId"] = account.Id,
        ["accountType"] = "atlassian",
        ["accountStatus"] = "active",
        ["displayName"] = account.Name,
        ["publicName"] = account.Name,
        ["email"] = account.Email,
        ["isExternalCollaborator"] = false,
        ["profilePicture"] = new JsonObject { ["path"] = "/wiki/aa-avatar/default", ["isDefault"] = true },
    };
}
