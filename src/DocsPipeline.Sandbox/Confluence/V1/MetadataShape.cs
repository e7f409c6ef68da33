using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V1;

internal static class MetadataShape
{
    public static JsonObject Of(Library library, string id, Expansion expand)
    {
        var metadata = new JsonObject();
        if (expand.Has("metadata.labels"))
        {
            var labels = library.Labels.Of(id);
            metadata["labels"] = new JsonObject
            {
                ["results"] = Json.Array(labels, Label),
                ["start"] = 0,
                ["limit"] = 200,
                ["size"] = labels.Count,
            };
        }

        if (expand.Has("metadata.properties"))
        {
            var properties = new JsonObject();
            foreach (var property in library.Properties.Of(id))
            {
                properties[property.Key] = Property(property);
            }

            metadata["properties"] = properties;
        }

        return metadata;
    }

    public static JsonObject Label(Label label) =>
        new() { ["prefix"] = label.Prefix, ["name"] = label.Name, ["id"] = $"{label.Id}", ["label"] = label.Name };

    public static JsonObject Property(Property property) => new()
    {
        ["id"] = property.Id,
        ["key"] = property.Key,
        ["value"] = JsonNode.Parse(property.Value),
        ["version"] = new JsonObject
        {
            ["number"] = property.Version.Number, ["message"] = property.Version.Message, ["minorEdit"] = false,
            ["when"] = property.Version.CreatedAt,
        },
    };
}
