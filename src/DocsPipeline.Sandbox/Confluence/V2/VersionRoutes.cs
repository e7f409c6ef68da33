using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

internal static class VersionRoutes
{
    public static void MapVersions(this ApiRoutes routes, Library library)
    {
        routes.Get("pages/{id}/versions", call => List(call, library));
        routes.Get("pages/{id}/versions/{number}", call =>
        {
            var page = library.Readable(call.Id(), call.Account, false);
            return Json.Answer(Detailed(library.Pages.Versions(page.Id), call.Id("number")));
        });
    }

    /// <summary>One version in the list of all of them, newest first.</summary>
    public static JsonObject Detailed(IReadOnlyList<Content.Version> versions, string number)
    {
        var version = versions.FirstOrDefault(version => $"{version.Number}" == number) ?? throw Refusal.NotFound();
        return Json.Object(
            ("number", version.Number),
            ("authorId", version.AuthorId),
            ("message", version.Message),
            ("createdAt", version.CreatedAt),
            ("minorEdit", version.Minor),
            ("contentTypeModified", false),
            ("collaborators", new JsonArray(version.AuthorId)),
            ("prevVersion", version.Number > 1 ? version.Number - 1 : null),
            ("nextVersion", version.Number < versions[0].Number ? version.Number + 1 : null));
    }

    private static IResult List(Call call, Library library)
    {
        var page = library.Readable(call.Id(), call.Account, false);
        var format = call.Choice("body-format", "storage");
        IEnumerable<Content.Version> versions = library.Pages.Versions(page.Id);
        if (call.Choice("sort", "modified-date", "-modified-date") == "modified-date")
        {
            versions = versions.Reverse();
        }

        return Listing.Slice(call, [.. versions], version => $"{version.Number}", version =>
        {
            var shape = V2Shapes.Of(version);
            var old = library.Pages.FindVersion(page.Id, version.Number)!;
            shape["page"] = new JsonObject { ["id"] = page.Id, ["title"] = old.Title, ["body"] = V2Shapes.Body(format, old.Body) };
            return shape;
        });
    }
}
