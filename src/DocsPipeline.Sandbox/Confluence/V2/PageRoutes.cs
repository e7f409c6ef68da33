using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>One page: reading it in any of its versions.</summary>
internal static class PageRoutes
{
    private static readonly string[] Statuses = ["current", "archived", "trashed", "deleted", "historical", "draft"];

    public static void MapPages(this ApiRoutes routes, Library library)
    {
        routes.Get("pages/{id}", call => Read(call, library));
        routes.Get("pages/{id}/operations", call =>
        {
            var page = library.Readable(call.Id(), call.Account, false);
            return Json.Answer(new JsonObject { ["operations"] = Operations(library, page, call.Account) });
        });
    }

    private static IResult Read(Call call, Library library)
    {
        var format = call.Choice("body-format", "storage", "view", "export_view", "styled_view");
        var page = library.Readable(call.Id(), call.Account);
        var statuses = call.Choices("status", Statuses);
        if (call.Number("version") is { } number)
        {
            page = library.Pages.FindVersion(page.Id, number) ?? throw Refusal.NotFound();
        }
        else if (call.Flag("get-draft"))
        {
            page = library.Pages.FindDraft(page.Id) ?? page;
        }

        if (statuses.Count > 0 && !statuses.Contains(page.Status))
        {
            throw Refusal.NotFound();
        }

        if (format is not (null or "storage"))
        {
            page = page with { Body = View.StorageView.Render(page, library).Text };
        }

        var shape = PageShape.Single(call, page, library.Spaces.Get(page.SpaceId), format);
        Include(call, library, page, shape);
        return Json.Answer(shape);
    }

    private static void Include(Call call, Library library, Page page, JsonObject shape)
    {
        var self = $"{call.Base}/api/v2/pages/{page.Id}";
        if (call.Flag("include-labels"))
        {
            shape["labels"] = V2Shapes.Included(library.Labels.Of(page.Id), V2Shapes.Of, $"{self}/labels");
        }

        if (call.Flag("include-properties"))
        {
            shape["properties"] = V2Shapes.Included(library.Properties.Of(page.Id), V2Shapes.Of, $"{self}/properties");
        }

        if (call.Flag("include-versions"))
        {
            shape["versions"] = V2Shapes.Included(library.Pages.Versions(page.Id), V2Shapes.Of, $"{self}/versions");
        }

        if (call.Flag("include-operations"))
        {
            shape["operations"] = new JsonObject
            {
                ["results"] = Operations(library, page, call.Account),
                ["meta"] = new JsonObject { ["hasMore"] = false },
                ["_links"] = new JsonObject { ["self"] = $"{self}/operations" },
            };
        }

        if (call.Flag("include-likes"))
        {
            shape["likes"] = V2Shapes.Included(Array.Empty<string>(), account => account, $"{self}/likes");
        }

        if (!call.Flag("include-version", true))
        {
            shape.Remove("version");
        }
    }

    private static JsonArray Operations(Library library, Page page, Account account)
    {
        string[] allowed = library.Restrictions.MayUpdate(page, account)
            ? ["read", "update", "delete", "archive", "restrict_content"]
            : ["read"];
        return Json.Array(allowed, operation => new JsonObject { ["operation"] = operation, ["targetType"] = "page" });
    }
}
