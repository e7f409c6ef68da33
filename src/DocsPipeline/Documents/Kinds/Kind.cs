using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace DocsPipeline.Documents.Kinds;

/// <summary>
/// What a document promises to be: one JSON Schema file. Where it lives, whether and how it is published and what is imported as it
/// stand in the schema's <c>x-</c> keywords, so that a new kind is a new file and no code.
/// </summary>
public sealed class Kind
{
    private readonly Lazy<JsonSchema> schema;

    internal Kind(string name, JObject json, JObject definitions)
    {
        Name = name;
        Json = json;
        Section = (string?)json["x-section"] ?? "";
        Title = (string?)json["title"] ?? name;
        Publication = ReadPublication(json["x-publication"]);
        PartnerFacing =
        [
            .. (json["properties"] as JObject ?? []).Properties()
                .Where(property => (bool?)Resolve(property.Value, definitions)["x-partner-facing"] ?? false)
                .Select(property =>
                    new PartnerFacingField(property.Name, (string?)Resolve(property.Value, definitions)["title"] ?? property.Name)),
        ];
        PublishAs = (json["properties"] as JObject ?? []).Properties()
            .Select(property => (property.Name, Target: (string?)Resolve(property.Value, definitions)["x-publish-as"]))
            .Where(property => property.Target is not null)
            .ToLookup(property => property.Target!, property => property.Name);
        schema = new Lazy<JsonSchema>(() => JsonSchema.FromJsonAsync(Bundle(json, definitions).ToString()).GetAwaiter().GetResult());
    }

    public string Name { get; }

    public string Title { get; }

    /// <summary>The folder below <c>content/</c>.</summary>
    public string Section { get; }

    public PublicationPolicy Publication { get; }

    /// <summary>In the schema's order, which is the order partners see.</summary>
    public IReadOnlyList<PartnerFacingField> PartnerFacing { get; }

    /// <summary>Fields that become properties of the community's document, by that property (<c>effectiveFrom</c>, <c>testPlan</c>), from
    /// <c>x-publish-as</c>.</summary>
    public ILookup<string, string> PublishAs { get; }

    /// <summary>The schema file as it is written.</summary>
    public JObject Json { get; }

    /// <summary>Ready to validate <see cref="FrontMatter.Json"/>; built on first use, since a run needs only the kinds it meets.</summary>
    public JsonSchema Schema => schema.Value;

    private static PublicationPolicy ReadPublication(JToken? json)
    {
        if (json is not JObject rule || !Enum.TryParse<PublicationRule>((string?)rule["rule"], ignoreCase: true, out var parsed))
        {
            return PublicationPolicy.Never;
        }

        var when = (rule["when"] as JObject ?? []).Properties().ToDictionary(condition => condition.Name, condition => condition.Value);
        return new PublicationPolicy(parsed, when);
    }

    private static JToken Resolve(JToken property, JObject definitions) =>
        (string?)property["$ref"] is { } reference && definitions[reference[(reference.LastIndexOf('/') + 1)..]] is { } definition
            ? definition
            : property;

    // One self-contained schema: NJsonSchema would otherwise resolve the common file by a path or an address of its own.
    private static JObject Bundle(JObject json, JObject definitions)
    {
        var bundle = (JObject)json.DeepClone();
        bundle.Remove("$id");
        var own = bundle["definitions"] as JObject ?? [];
        foreach (var definition in definitions.Properties())
        {
            own[definition.Name] ??= definition.Value.DeepClone();
        }

        bundle["definitions"] = own;
        foreach (var reference in bundle.Descendants().OfType<JProperty>().Where(property => property.Name == "$ref").ToList())
        {
            var target = (string)reference.Value!;
            reference.Value = target[target.IndexOf('#', StringComparison.Ordinal)..];
        }

        return bundle;
    }
}
