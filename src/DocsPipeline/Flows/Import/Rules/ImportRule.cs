using DocsPipeline.Documents.Kinds;
using DocsPipeline.Flows.Import.Items;
using Newtonsoft.Json.Linq;

namespace DocsPipeline.Flows.Import.Rules;

/// <summary>Where an imported thing goes in Confluence.</summary>
public enum ImportEffect
{
    /// <summary>A page of its own, kept up to date.</summary>
    Page,

    /// <summary>A row of the table in the document of the rule's kind.</summary>
    Row,

    /// <summary>A comment on the page of the document it is about.</summary>
    Comment,
}

/// <summary>
/// What <c>x-import</c> of a schema says: which events, which effect, which texts. Titles, labels and rows are Handlebars templates.
/// </summary>
public sealed record ImportRule(string? Kind, IReadOnlySet<string> Events, ImportEffect Effect)
{
    public string? Template { get; init; }

    public ImportPage? Page { get; init; }

    public IReadOnlyList<string> Row { get; init; } = [];

    public ImportIssue? Issue { get; init; }

    /// <summary>All rules of a catalogue: those of the kinds, and those of the common schema that belong to no kind.</summary>
    public static IReadOnlyList<ImportRule> ReadAll(KindCatalogue kinds) =>
    [
        .. kinds.All.SelectMany(kind => Read(kind.Name, kind.Json["x-import"])),
        .. Read(null, kinds.Common["x-import"]),
    ];

    private static IEnumerable<ImportRule> Read(string? kind, JToken? json) => json switch
    {
        JArray rules => rules.SelectMany(rule => Read(kind, rule)),
        JObject rule => [Read(kind, rule)],
        _ => [],
    };

    private static ImportRule Read(string? kind, JObject rule) => new(
        kind, Texts(rule["events"]).ToHashSet(StringComparer.Ordinal), Enum.Parse<ImportEffect>((string)rule["effect"]!, ignoreCase: true))
    {
        Template = (string?)rule["template"],
        Page = rule["page"] is JObject page ? new ImportPage((string)page["id"]!, (string)page["title"]!, (string?)page["parent"]) : null,
        Row = [.. Texts(rule["row"])],
        Issue = rule["issue"] is JObject issue
            ? new ImportIssue(
                (string)issue["title"]!, (string)issue["template"]!, [.. Texts(issue["labels"])], Conditions(issue["close-when"]))
            : null,
    };

    private static Dictionary<string, IReadOnlyList<string>> Conditions(JToken? json) => (json as JObject ?? [])
        .Properties()
        .ToDictionary(condition => condition.Name, condition => (IReadOnlyList<string>)[.. Texts(condition.Value)]);

    private static IEnumerable<string> Texts(JToken? json) => (json as JArray ?? []).Select(text => (string)text!);
}

/// <summary>A page to make: its document id, its title, and the title of the page below which it goes.</summary>
public sealed record ImportPage(string Id, string Title, string? Parent);

/// <summary>An issue to open; it is closed when each named field has one of the values.</summary>
public sealed record ImportIssue(
    string Title, string Template, IReadOnlyList<string> Labels, IReadOnlyDictionary<string, IReadOnlyList<string>> CloseWhen)
{
    public bool IsClosed(ItemModel item) =>
        CloseWhen.Count > 0 && CloseWhen.All(condition => condition.Value.Contains(item.Text(condition.Key) ?? ""));
}
