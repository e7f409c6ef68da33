using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;
using Version = DocsPipeline.Sandbox.Confluence.Content.Version;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>Shapes that several parts of v2 share.</summary>
internal static class V2Shapes
{
    public static IResult Show(Refusal refusal) => Json.Answer(
        new JsonObject
        {
            ["errors"] = new JsonArray(new JsonObject
            {
                ["status"] = refusal.Status, ["code"] = refusal.Code, ["title"] = refusal.Message, ["detail"] = null,
            }),
        },
        refusal.Status);

    public static IResult NoRoute(HttpRequest request) => Json.Answer(
        new JsonObject { ["status"] = 404, ["error"] = "Not Found", ["message"] = "No message available", ["path"] = request.Path.Value },
        404);

    public static JsonObject Of(Version version) => new()
    {
        ["number"] = version.Number,
        ["message"] = version.Message,
        ["minorEdit"] = version.Minor,
        ["authorId"] = version.AuthorId,
        ["createdAt"] = version.CreatedAt,
    };

    public static JsonObject Of(Label label) => new() { ["id"] = $"{label.Id}", ["name"] = label.Name, ["prefix"] = label.Prefix };

    public static JsonObject Of(Property property) => new()
    {
        ["id"] = property.Id, ["key"] = property.Key, ["value"] = JsonNode.Parse(property.Value), ["version"] = Of(property.Version),
    };

    /// <summary>The body in the one form that was asked for; no form asked for, none given.</summary>
    public static JsonObject Body(string? format, string? storage) => format is null
        ? []
        : new JsonObject { [format] = new JsonObject { ["representation"] = format, ["value"] = storage ?? "" } };

    /// <summary>What <c>include-…</c> adds to a page: at most 50, and whether there are more.</summary>
    public static JsonObject Included<T>(IReadOnlyList<T> items, Func<T, JsonNode> make, string self) => new()
    {
        ["results"] = Json.Array(items.Take(50), make),
        ["meta"] = new JsonObject { ["hasMore"] = items.Count > 50 },
        ["_links"] = new JsonObject { ["self"] = self },
    };

    /// <summary>Reads <c>{representation, value}</c> or <c>{storage: {representation, value}}</c>.</summary>
    public static string Storage(Fields body)
    {
        var written = body.OptionalObject("storage") ?? body;
        var representation = written.OptionalText("representation") ?? "storage";
        if (representation != "storage")
        {
            throw Refusal.Bad($"This sandbox takes bodies in the storage representation only, not '{representation}'");
        }

        var value = written.Text("value");
        written.End();
        body.End();
        return value;
    }
}
