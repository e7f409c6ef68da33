using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V1;

internal static class RestrictionShape
{
    public static JsonObject ByOperation(Call call, Library library, Page page) => new()
    {
        ["read"] = Of(call, library, page, "read"),
        ["update"] = Of(call, library, page, "update"),
        ["_links"] = new JsonObject { ["self"] = $"{call.Base}/rest/api/content/{page.Id}/restriction/byOperation" },
    };

    public static JsonObject Of(Call call, Library library, Page page, string operation)
    {
        var names = library.Restrictions.Of(page.Id, operation);
        return new JsonObject
        {
            ["operation"] = operation,
            ["restrictions"] = new JsonObject
            {
                ["user"] = Part(Json.Array(names, name => V1Shapes.Person(name, call.Flavour))),
                ["group"] = Part([]),
            },
            ["_links"] = new JsonObject { ["self"] = $"{call.Base}/rest/api/content/{page.Id}/restriction/byOperation/{operation}" },
        };
    }

    private static JsonObject Part(JsonArray results) =>
        new() { ["results"] = results, ["start"] = 0, ["limit"] = 200, ["size"] = results.Count };
}
