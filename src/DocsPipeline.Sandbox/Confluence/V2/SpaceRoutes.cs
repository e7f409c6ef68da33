using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

internal static class SpaceRoutes
{
    public static void MapSpaces(this ApiRoutes routes, Library library)
    {
        routes.Get("spaces", call => List(call, library));
        routes.Get("spaces/{id}", call =>
        {
            var space = library.Spaces.Get(call.Id());
            var shape = Shape(space, call.Choice("description-format", "plain", "view"));
            shape["_links"]!["base"] = call.Base;
            return Json.Answer(shape);
        });
        routes.Get(
            "spaces/{id}/labels", call => Listing.Slice<Label>(call, Existing(call, library, []), label => $"{label.Id}", V2Shapes.Of));
        routes.Get("spaces/{id}/content/labels", call =>
            Listing.Slice(call, library.Labels.InSpace(library.Spaces.Get(call.Id()).Id), label => $"{label.Id}", V2Shapes.Of));
    }

    // Spaces themselves carry no labels here.
    private static IReadOnlyList<Label> Existing(Call call, Library library, IReadOnlyList<Label> labels)
    {
        library.Spaces.Get(call.Id());
        return labels;
    }

    private static IResult List(Call call, Library library)
    {
        var (ids, keys) = (call.Ids("ids"), call.List("keys"));
        var description = call.Choice("description-format", "plain", "view");
        var type = call.Choice("type", "global", "collaboration", "knowledge_base", "personal") ?? "global";
        var status = call.Choice("status", "current", "archived") ?? "current";
        var sort = call.Choice("sort", "id", "-id", "key", "-key", "name", "-name") ?? "id";
        var spaces = library.Spaces.All().Where(space =>
            (ids.Count == 0 || ids.Contains(space.Id))
                && (keys.Count == 0 || keys.Contains(space.Key))
                && type == "global"
                && status == "current");
        spaces = sort.TrimStart('-') switch
        {
            "key" => spaces.OrderBy(space => space.Key, StringComparer.Ordinal),
            "name" => spaces.OrderBy(space => space.Name, StringComparer.Ordinal),
            _ => spaces,
        };
        return Listing.Slice(call, [.. sort[0] == '-' ? spaces.Reverse() : spaces], space => space.Id, space => Shape(space, description));
    }

    private static JsonObject Shape(Space space, string? description) => Json.Object(
        ("id", space.Id),
        ("key", space.Key),
        ("name", space.Name),
        ("type", "global"),
        ("status", "current"),
        ("authorId", space.AuthorId),
        ("createdAt", space.CreatedAt),
        ("homepageId", space.HomepageId),
        ("description", description is null ? null : V2Shapes.Body(description, space.Description)),
        ("_links", new JsonObject { ["webui"] = $"/spaces/{space.Key}" }));
}
