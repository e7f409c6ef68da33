using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Import.Items;

/// <summary>What templates see of an incident.</summary>
internal static class IncidentModel
{
    public static ItemModel Of(Incident incident) => ItemModel.Of(
        ("id", incident.Id),
        ("number", incident.Number),
        ("status", incident.Status),
        ("title", incident.Title),
        ("severity", incident.Severity),
        ("startedAt", incident.StartedAt),
        ("detectedAt", incident.DetectedAt),
        ("resolvedAt", incident.ResolvedAt),
        ("environment", incident.Environment),
        ("affectedTransactions", incident.AffectedTransactions),
        ("impact", Of(incident.Impact)),
        ("partnerImpact", incident.PartnerImpact.Select(impact =>
            ItemModel.Of(("partnerId", impact.PartnerId), ("description", impact.Description)))),
        ("timeline", incident.Timeline.Select(entry => ItemModel.Of(("at", entry.At), ("event", entry.Event)))),
        ("correctiveActions", incident.CorrectiveActions.Select(Of)),
        ("preventiveActions", incident.PreventiveActions.Select(Of)),
        ("rootCause", incident.RootCause),
        ("externalRefs", incident.ExternalRefs.Select(ItemModels.Of)),
        ("createdAt", incident.CreatedAt),
        ("updatedAt", incident.UpdatedAt),
        ("version", incident.Version));

    private static ItemModel Of(Impact impact) => ItemModel.Of(
        ("summary", impact.Summary),
        ("documentsDelayed", impact.DocumentsDelayed),
        ("documentsLost", impact.DocumentsLost));

    private static ItemModel Of(FollowUp action) => ItemModel.Of(
        ("id", action.Id),
        ("action", action.Action),
        ("owner", action.Owner),
        ("due", action.Due),
        ("partnerId", action.PartnerId),
        ("done", action.Done));
}
