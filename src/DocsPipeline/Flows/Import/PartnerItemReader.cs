using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using DocsPipeline.Systems.TradingGrid;
using DocsPipeline.Systems.TradingGrid.Wire;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace DocsPipeline.Flows.Import;

/// <summary>Events are wake-ups: what counts is the state of the resource, read once however many events told of it.</summary>
public sealed partial class PartnerItemReader(TradingGridClient grid, string community, IReadOnlyDictionary<string, string> partnerNames)
{
    /// <summary>The identity of what an event is about; an acknowledgement is a thing of its own although its event tells of the document.</summary>
    public static (string Type, string Id) Identity(GridEvent told) =>
        told.DetailText("acknowledgementId") is { } acknowledgement ? ("acknowledgement", acknowledgement) : (told.Resource.Type, told.Resource.Id);

    /// <summary>The present state; null where the resource is gone or of a type that nobody imports.</summary>
    public async Task<PartnerItem?> ReadAsync(string type, string id, IReadOnlyList<GridEvent> told, CancellationToken cancellation)
    {
        var events = told.Select(item => item.Type).Distinct().ToList();
        return type switch
        {
            "case" => await grid.FindCaseAsync(community, id, cancellation) is { } found
                ? Item(type, id, found.Version, events, found, GridJson.Default.Case, found.PartnerId, null) with
                {
                    Refer = async (reference, stop) => (await grid.PutCaseRefAsync(community, id, reference, stop)).Version,
                }
                : null,
            "incident" => await grid.FindIncidentAsync(community, id, cancellation) is { } found
                ? Item(type, id, found.Version, events, found, GridJson.Default.Incident, null, null) with
                {
                    Refer = async (reference, stop) => (await grid.PutIncidentRefAsync(community, id, reference, stop)).Version,
                }
                : null,
            "testrun" => await grid.FindTestRunAsync(community, id, cancellation) is { } found
                ? Item(type, id, found.Version, events, found, GridJson.Default.TestRun, found.PartnerId, found.Document) with
                {
                    Refer = async (reference, stop) => (await grid.PutTestRunRefAsync(community, id, reference, stop)).Version,
                }
                : null,
            "question" => await grid.FindQuestionAsync(community, id, cancellation) is { } found
                ? Item(type, id, found.Version, events, found, GridJson.Default.Question, found.PartnerId, found.Document) with
                {
                    Refer = async (reference, stop) => (await grid.PutQuestionRefAsync(community, id, reference, stop)).Version,
                }
                : null,
            "feedback" => await grid.FindFeedbackAsync(community, id, cancellation) is { } found
                ? Item(type, id, found.Version, events, found, GridJson.Default.Feedback, found.PartnerId, found.Document) with
                {
                    Refer = async (reference, stop) => (await grid.PutFeedbackRefAsync(community, id, reference, stop)).Version,
                }
                : null,
            "acknowledgement" => await grid.FindAcknowledgementAsync(community, id, cancellation) is { } found
                ? Item(type, id, 1, events, found, GridJson.Default.Acknowledgement, found.PartnerId, found.Document)
                : null,
            _ => null,
        };
    }

    private PartnerItem Item<T>(
        string type, string id, int version, IReadOnlyList<string> events, T resource, JsonTypeInfo<T> json, string? partner, string? document)
    {
        using var reader = new JsonTextReader(new StringReader(System.Text.Json.JsonSerializer.Serialize(resource, json))) { DateParseHandling = DateParseHandling.None };
        var model = JObject.Load(reader);
        foreach (var time in model.Descendants().OfType<JValue>().Where(value => value.Type == JTokenType.String).ToList())
        {
            time.Value = Offset().Replace((string)time.Value!, "$1Z");
        }

        if (partner is not null)
        {
            model["partner"] = new JObject { ["id"] = partner, ["name"] = partnerNames.GetValueOrDefault(partner, partner) };
        }

        return new PartnerItem(type, id, version, events, model, document);
    }

    // The contract's times are UTC; the serialiser writes their offset out.
    [GeneratedRegex(@"^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]+)?\+00:00$")]
    private static partial Regex Offset();
}
