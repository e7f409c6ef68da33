using System.Globalization;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Systems.TradingGrid;
using Newtonsoft.Json.Linq;

namespace DocsPipeline.Flows.Publish.Publications;

/// <summary>
/// Front matter fields that are more than text to the community: which ones stands in the schema (<c>x-publish-as</c>), not here.
/// </summary>
internal static class DraftFields
{
    /// <param name="draft">The draft with its content.</param>
    /// <param name="document">Whose front matter is read.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="isReadable">Whether all readers of the document may read another one.</param>
    public static GridDraft Apply(GridDraft draft, Document document, Kind kind, Func<string, bool> isReadable) => draft with
    {
        EffectiveFrom = Date(document, kind, "effectiveFrom"),
        EffectiveTo = Date(document, kind, "effectiveTo"),
        AcknowledgementRequired = Fields(document, kind, "acknowledgementRequired")
            .Any(field => field.Type == JTokenType.Boolean ? (bool)field : field.Type != JTokenType.Null),
        Supersedes = [.. Texts(document, kind, "supersedes").Where(isReadable)],
        Related = [.. Texts(document, kind, "related").Where(isReadable)],
        TestPlan = TestPlan(document, kind),
    };

    private static TestPlan? TestPlan(Document document, Kind kind)
    {
        if (Fields(document, kind, "testPlan").OfType<JArray>().FirstOrDefault() is not { Count: > 0 } cases)
        {
            return null;
        }

        var plan = Texts(document, kind, "testPlanId").FirstOrDefault() ?? document.Id.Value;
        return new TestPlan(plan, [.. cases.OfType<JObject>().Select(item => new TestCase(
            (string)item["id"]!, (string)item["title"]!, (string?)item["transaction"], (bool?)item["mandatory"] ?? true))]);
    }

    private static DateOnly? Date(Document document, Kind kind, string target) =>
        Texts(document, kind, target)
            .Select(text => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var date) ? date : (DateOnly?)null)
            .FirstOrDefault();

    private static IEnumerable<string> Texts(Document document, Kind kind, string target) =>
        kind.PublishAs[target].SelectMany(document.FrontMatter.Texts);

    private static IEnumerable<JToken> Fields(Document document, Kind kind, string target) =>
        kind.PublishAs[target].Select(name => document.FrontMatter.Json[name]).OfType<JToken>();
}
