using DocsPipeline.Sandbox.TradingGrid.Api;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.TradingGrid.Partners;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Operations;

/// <summary>The partners of a community.</summary>
internal sealed class PartnerRoutes(Grid grid)
{
    private const string Path = "/v1/communities/{communityId}/partners";

    public IEnumerable<ApiRoute> Routes =>
    [
        new("GET", Path, Scopes.CommunityRead, List) { Query = ["limit", "cursor", "status", "group"] },
        new("POST", Path, Scopes.DeskManage, Add),
        new("GET", $"{Path}/{{partnerId}}", Scopes.CommunityRead, request => ApiAnswer.Of(Get(request))),
        new("PATCH", $"{Path}/{{partnerId}}", Scopes.DeskManage, Change),
    ];

    private ApiAnswer List(ApiRequest request)
    {
        grid.Community(request.Community);
        var status = request.QueryWord("status", PartnerShapes.Statuses);
        var group = request.Query("group");
        return grid.Listing.Answer<Partner>(
            request, partner => partner,
            partner =>
                (status is null || partner.Status == status) && (group is null or PartnerGroup.Everyone || partner.Groups.Contains(group)));
    }

    private ApiAnswer Add(ApiRequest request)
    {
        grid.Community(request.Community);
        var partner = request.Json<Partner>(PartnerShapes.New);
        grid.Membership.Demand(request.Community, new Audience { Groups = partner.Groups }, "");
        if (grid.Store.Find<Partner>(request.Community, partner.Id) is not null)
        {
            throw Problem.Conflict("id_is_taken", $"There is a partner {partner.Id} already.");
        }

        var added = grid.Store.Add(partner, new Keys(request.Community));
        grid.Feed.Append(request.Community, "partner.added", request.Actor, added, added.Id);
        return ApiAnswer.Of(added, status: 201) with { Location = $"{request.Http.Request.Path}/{added.Id}" };
    }

    private ApiAnswer Change(ApiRequest request)
    {
        var partner = Get(request);
        request.Demand(partner.Etag);
        var body = request.Json(PartnerShapes.Change);
        var wanted = GridJson.Overlay(partner, body);
        grid.Membership.Demand(request.Community, new Audience { Groups = wanted.Groups }, "");
        var saved = grid.Store.Save(request.Community, wanted);
        if (saved.Status != partner.Status)
        {
            grid.Feed.Append(request.Community, "partner.status_changed", request.Actor, saved, saved.Id, ("status", saved.Status));
        }

        return ApiAnswer.Of(saved);
    }

    private Partner Get(ApiRequest request) => grid.Store.Get<Partner>(request.Community, request.Route("partnerId"));
}
