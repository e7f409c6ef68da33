using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V1;

/// <summary>A page as v1 shows it: little by itself, the rest under <c>_expandable</c> until it is asked for.</summary>
internal static class ContentShape
{
    public static JsonObject Of(Call call, Library library, Page page, Expansion expand)
    {
        var space = library.Spaces.Get(page.SpaceId);
        var self = $"/rest/api/content/{page.Id}";
        var shape = new JsonObject
        {
            ["id"] = page.Id,
            ["type"] = page.Type,
            ["status"] = page.Status,
            ["title"] = page.Title,
            ["macroRenderedOutput"] = new JsonObject(),
            ["extensions"] = new JsonObject { ["position"] = page.Position },
        };
        var expandable = new JsonObject();
        Part("space", $"/rest/api/space/{space.Key}", () => V1Shapes.Of(space, call.Base));
        Part("version", "", () => V1Shapes.Of(page.Version, call.Flavour));
        Part("history", $"{self}/history", () => History(library, page, call.Flavour));
        Part("ancestors", "", () => Json.Array(library.Tree.Ancestors(page), ancestor => Of(call, library, ancestor, Expansion.None)));
        Part("body", "", () => Body(library, page, expand));
        Part("metadata", "", () => MetadataShape.Of(library, page.Id, expand));
        Part("restrictions", $"{self}/restriction/byOperation", () => RestrictionShape.ByOperation(call, library, page));
        Part("children", $"{self}/child", () => Children(call, library, page, expand));
        foreach (var never in (string[])["descendants", "operations", "container"])
        {
            expandable[never] = never == "container" ? $"/rest/api/space/{space.Key}" : "";
        }

        shape["_expandable"] = expandable;
        var links = PageLinks.Of(page, space);
        links["self"] = call.Base + self;
        links["base"] = call.Base;
        links["context"] = call.Flavour == Flavour.DataCenter ? "/dc" : "/wiki";
        shape["_links"] = links;
        return shape;

        void Part(string name, string where, Func<JsonNode> make)
        {
            if (expand.Has(name))
            {
                shape[name] = make();
            }
            else
            {
                expandable[name] = where;
            }
        }
    }

    private static JsonObject Body(Library library, Page page, Expansion expand)
    {
        var body = new JsonObject();
        foreach (var format in (string[])["storage", "view", "export_view", "styled_view"])
        {
            if (expand.Has($"body.{format}"))
            {
                var value = format == "storage"
                    ? page.Body ?? library.Pages.Find(page.Id)!.Body
                    : View.StorageView.Render(page, library).Text;
                body[format] = new JsonObject { ["value"] = value, ["representation"] = format, ["embeddedContent"] = new JsonArray() };
            }
        }

        return body;
    }

    private static JsonObject History(Library library, Page page, Flavour flavour)
    {
        var versions = library.Pages.Versions(page.Id);
        return new JsonObject
        {
            ["latest"] = page.Status != "historical",
            ["createdBy"] = V1Shapes.Person(page.AuthorId, flavour),
            ["createdDate"] = page.CreatedAt,
            ["lastUpdated"] = V1Shapes.Of(versions[0], flavour),
        };
    }

    private static JsonObject Children(Call call, Library library, Page page, Expansion expand)
    {
        var children = new JsonObject();
        if (expand.Has("children.page"))
        {
            var pages = library.Tree.Children(page.Id).Where(child => child.IsPage && library.Restrictions.MayRead(child, call.Account));
            children["page"] = Whole(Json.Array(pages, child => Of(call, library, child, Expansion.None)));
        }

        if (expand.Has("children.attachment"))
        {
            children["attachment"] = Whole(Json.Array(library.Attachments.Of(page.Id), each => AttachmentShape.Of(call, each)));
        }

        return children;
    }

    private static JsonObject Whole(JsonArray results) =>
        new() { ["results"] = results, ["start"] = 0, ["limit"] = results.Count, ["size"] = results.Count };
}
