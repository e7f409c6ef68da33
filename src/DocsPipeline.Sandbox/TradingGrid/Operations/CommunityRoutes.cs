using DocsPipeline.Sandbox.TradingGrid.Api;
using DocsPipeline.Sandbox.TradingGrid.Attachments;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Documents;
using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.TradingGrid.Partners;

namespace DocsPipeline.Sandbox.TradingGrid.Operations;

/// <summary>The community itself, its groups, and who an audience means.</summary>
internal sealed class CommunityRoutes(Grid grid)
{
    public IEnumerable<ApiRoute> Routes =>
    [
        new("GET", "/v1/communities", Scopes.CommunityRead, List) { Query = ["limit", "cursor"] },
        new("GET", "/v1/communities/{communityId}", Scopes.CommunityRead, request => ApiAnswer.Ok(Wire(grid.Community(request.Community)))),
        new("GET", "/v1/communities/{communityId}/groups", Scopes.CommunityRead, Groups) { Query = ["limit", "cursor"] },
        new("GET", "/v1/communities/{communityId}/groups/{groupId}", Scopes.CommunityRead, Group),
        new("POST", "/v1/communities/{communityId}/audiences/resolve", Scopes.CommunityRead, Resolve) { Idempotent = false },
    ];

    private ApiAnswer List(ApiRequest request) =>
        grid.Listing.Answer(request, after => grid.Communities().Where(row => row.Number > after), row => (row.Number, Wire(row.Value)));

    private ApiAnswer Groups(ApiRequest request)
    {
        grid.Community(request.Community);
        return grid.Listing.Answer<PartnerGroup>(request, group => grid.Membership.Wire(request.Community, group));
    }

    private ApiAnswer Group(ApiRequest request) =>
        ApiAnswer.Ok(grid.Membership.Wire(request.Community, grid.Store.Get<PartnerGroup>(request.Community, request.Route("groupId"))));

    private ApiAnswer Resolve(ApiRequest request)
    {
        grid.Community(request.Community);
        var audience = request.Json<Audience>(Audience.Shape);
        grid.Membership.Demand(request.Community, audience, "");
        return ApiAnswer.Ok(grid.Membership.Resolve(request.Community, audience));
    }

    private object Wire(Community community) => new
    {
        community.Id,
        community.Name,
        community.Sponsor,
        Status = "active",
        Url = grid.Address("/portal/"),
        Capabilities = new
        {
            ScheduledPublish = true,
            PerPartnerAudience = true,
            AudienceRoles = true,
            AudienceResolve = true,
            Attachments = true,
            AttachmentScan = true,
            Acknowledgements = true,
            Facts = true,
            TestPlans = true,
            Supersedes = true,
            Cases = true,
            Incidents = true,
            TestRuns = true,
            Questions = true,
            Feedback = true,
            Events = true,
            Webhooks = grid.Settings.Current.Webhooks.Count > 0,
            IdempotencyDays = Idempotency.Days,
            MaxAttachmentBytes = AttachmentStore.LongestFile,
            MaxHtmlBytes = DocumentShapes.LongestHtml,
        },
    };
}
