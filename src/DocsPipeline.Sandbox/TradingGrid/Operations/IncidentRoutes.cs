using DocsPipeline.Sandbox.TradingGrid.Api;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Incidents;
using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Operations;

/// <summary>Declaring, updating and resolving incidents.</summary>
internal sealed class IncidentRoutes(Grid grid)
{
    private const string Path = "/v1/communities/{communityId}/incidents";

    public IEnumerable<ApiRoute> Routes =>
    [
        new("GET", Path, Scopes.CollaborationRead, List) { Query = ["limit", "cursor", "status"] },
        new("POST", Path, Scopes.DeskManage, Declare),
        new("GET", $"{Path}/{{incidentId}}", Scopes.CollaborationRead, request => ApiAnswer.Of(Get(request))),
        new("PATCH", $"{Path}/{{incidentId}}", Scopes.DeskManage, Change),
        new("POST", $"{Path}/{{incidentId}}/timeline", Scopes.DeskManage, AddEntry),
        new("POST", $"{Path}/{{incidentId}}/resolve", Scopes.DeskManage, Resolve),
        new("PUT", $"{Path}/{{incidentId}}/external-refs/{{system}}", Scopes.CollaborationWrite, Refer),
    ];

    private Incident Get(ApiRequest request) => grid.Store.Get<Incident>(request.Community, request.Route("incidentId"));

    private ApiAnswer List(ApiRequest request)
    {
        grid.Community(request.Community);
        var status = request.QueryWord("status", ["declared", "resolved"]);
        return grid.Listing.Answer<Incident>(request, incident => incident, incident => status is null || incident.Status == status);
    }

    private ApiAnswer Declare(ApiRequest request)
    {
        grid.Community(request.Community);
        var wanted = Sensible(request.Community, request.Json<Incident>(IncidentShapes.New));
        var number = grid.Store.Count<Incident>() + 1;
        var declared = grid.Store.Add(
            wanted with { Id = GridStore.NewId("inc"), Number = $"INC-{number:D6}" }, new Keys(request.Community));
        grid.Feed.Append(request.Community, "incident.declared", request.Actor, declared, null);
        return ApiAnswer.Of(declared, status: 201) with { Location = $"{request.Http.Request.Path}/{declared.Id}" };
    }

    private ApiAnswer Change(ApiRequest request)
    {
        var incident = Get(request);
        request.Demand(incident.Etag);
        return Save(request, GridJson.Overlay(incident, request.Json(IncidentShapes.Change)));
    }

    private ApiAnswer AddEntry(ApiRequest request)
    {
        var incident = Get(request);
        var entry = request.Json<TimelineEntry>(IncidentShapes.Timeline);
        return Save(request, incident with { Timeline = [.. incident.Timeline, entry] }, status: 201);
    }

    private ApiAnswer Refer(ApiRequest request)
    {
        var incident = Get(request);
        var reference = request.Reference();
        return incident.ExternalRefs.Contains(reference)
            ? ApiAnswer.Of(incident) : Save(request, incident with { ExternalRefs = reference.In(incident.ExternalRefs) });
    }

    private ApiAnswer Resolve(ApiRequest request)
    {
        var incident = Get(request);
        var body = request.Json(IncidentShapes.Resolve);
        if (incident.Status == "resolved")
        {
            throw Problem.Conflict("incident_is_resolved", "The incident is resolved already.");
        }

        return Save(request, GridJson.Overlay(incident, body) with { Status = "resolved" }, "incident.resolved");
    }

    private ApiAnswer Save(ApiRequest request, Incident changed, string type = "incident.updated", int status = 200)
    {
        var saved = grid.Store.Save(request.Community, Sensible(request.Community, changed));
        grid.Feed.Append(request.Community, type, request.Actor, saved, null);
        return ApiAnswer.Of(saved, status: status);
    }

    private Incident Sensible(string community, Incident incident)
    {
        if (incident.DetectedAt < incident.StartedAt)
        {
            throw Problem.Field("/detectedAt", "order_of_times", "An incident is not detected before it starts.");
        }

        if (incident.ResolvedAt < incident.DetectedAt)
        {
            throw Problem.Field("/resolvedAt", "order_of_times", "An incident is not resolved before it is detected.");
        }

        foreach (var (index, impact) in incident.PartnerImpact.Index())
        {
            grid.Membership.DemandPartner(community, impact.PartnerId, $"/partnerImpact/{index}/partnerId");
        }

        foreach (var (index, action) in incident.CorrectiveActions.Index().Where(action => action.Item.PartnerId is not null))
        {
            grid.Membership.DemandPartner(community, action.PartnerId!, $"/correctiveActions/{index}/partnerId");
        }

        return incident with { Timeline = [.. incident.Timeline.OrderBy(entry => entry.At)] };
    }
}
