using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace DocsPipeline.Sandbox.Confluence.V1;

/// <summary>Shapes that several parts of v1 share.</summary>
internal static class V1Shapes
{
    public static IResult Show(Refusal refusal) => Json.Answer(
        new JsonObject
        {
            ["statusCode"] = refusal.Status,
            ["data"] = new JsonObject
            {
                ["authorized"] = refusal.Status is not (401 or 403),
                ["valid"] = refusal.Status != 400,
                ["errors"] = new JsonArray(),
                ["successful"] = false,
            },
            ["message"] = refusal.Message,
        },
        refusal.Status);

    public static IResult NoRoute(HttpRequest request) => Json.Answer(
        new JsonObject { ["message"] = $"null for uri: {request.GetEncodedUrl()}", ["status-code"] = 404 }, 404);

    public static Refusal NoContent(string id) =>
        Refusal.NotFound(
            $"com.atlassian.confluence.api.service.exceptions.NotFoundException: No content found with id: ContentId{{id={id}}}");

    /// <summary>A page that the caller may read, with v1's own words when there is none. The trash is not content for v1.</summary>
    public static Page Page(Call call, Library library, string name = "id")
    {
        var id = call.Route(name);
        return library.Pages.Find(id) is { } page && page.Status != "trashed" && library.Restrictions.MayRead(page, call.Account)
            ? page
            : throw NoContent(id);
    }

    public static Page Changeable(Call call, Library library)
    {
        var page = Page(call, library);
        return library.Restrictions.MayUpdate(page, call.Account)
            ? page
            : throw Refusal.Forbidden("You do not have permission to update this content.");
    }

    /// <summary>What Data Center calls an account.</summary>
    public static string KeyOf(Account account) => account.Id[^12..];

    public static JsonObject Person(Account account, Flavour flavour) => flavour == Flavour.DataCenter
        ? new JsonObject { ["type"] = "known", ["username"] = account.Login, ["userKey"] = KeyOf(account), ["displayName"] = account.Name }
        : new JsonObject
        {
            ["type"] = "known", ["accountId"] = account.Id, ["accountType"] = "atlassian", ["email"] = account.Email,
            ["publicName"] = account.Name, ["displayName"] = account.Name,
        };

    public static JsonObject Person(string accountId, Flavour flavour) => Accounts.ById(accountId) is { } account
        ? Person(account, flavour)
        : new JsonObject { ["type"] = "unknown", ["accountId"] = accountId, ["displayName"] = "Former user" };

    public static JsonObject Of(Content.Version version, Flavour flavour) => new()
    {
        ["by"] = Person(version.AuthorId, flavour),
        ["when"] = version.CreatedAt,
        ["message"] = version.Message,
        ["number"] = version.Number,
        ["minorEdit"] = version.Minor,
    };

    public static JsonObject Of(Space space, string origin, JsonObject? homepage = null)
    {
        var shape = new JsonObject
        {
            ["id"] = long.Parse(space.Id),
            ["key"] = space.Key,
            ["name"] = space.Name,
            ["type"] = "global",
            ["status"] = "current",
            ["_expandable"] = new JsonObject(),
            ["_links"] = new JsonObject { ["webui"] = $"/spaces/{space.Key}", ["self"] = $"{origin}/rest/api/space/{space.Key}" },
        };
        if (homepage is not null)
        {
            shape["homepage"] = homepage;
        }
        else
        {
            shape["_expandable"]!["homepage"] = space.HomepageId is null ? null : $"/rest/api/content/{space.HomepageId}";
        }

        return shape;
    }
}
