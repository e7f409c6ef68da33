using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.TradingGrid.Api;
using DocsPipeline.Sandbox.TradingGrid.Cases;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Documents;
using DocsPipeline.Sandbox.TradingGrid.Network;

namespace DocsPipeline.Sandbox.TradingGrid.Operations;

/// <summary>Reading and changing cases.</summary>
internal sealed class CaseRoutes(Grid grid)
{
    public const string Path = "/v1/communities/{communityId}/cases";

    public IEnumerable<ApiRoute> Routes =>
    [
        new("GET", Path, Scopes.CollaborationRead, List) { Query = ["limit", "cursor", "status", "partner"] },
        new("POST", Path, Scopes.DeskManage, Open),
        new("GET", $"{Path}/{{caseId}}", Scopes.CollaborationRead, request => Answer(request, Get(request))),
        new("PATCH", $"{Path}/{{caseId}}", Scopes.DeskManage, Change),
        new("PUT", $"{Path}/{{caseId}}/documents/{{externalId}}", Scopes.CollaborationWrite, Link),
        new("PUT", $"{Path}/{{caseId}}/external-refs/{{system}}", Scopes.CollaborationWrite, Refer),
        new("POST", $"{Path}/{{caseId}}/resolve", Scopes.DeskManage, Resolve),
        new("POST", $"{Path}/{{caseId}}/reopen", Scopes.DeskManage, Reopen),
        new("POST", $"{Path}/{{caseId}}/close", Scopes.DeskManage, Close),
    ];

    public Case Get(ApiRequest request) => grid.Store.Get<Case>(request.Community, request.Route("caseId"));

    public ApiAnswer Answer(ApiRequest request, Case about, int status = 200) =>
        ApiAnswer.Of(about, Wire(request.Community, about), status);

    private JsonObject Wire(string community, Case about)
    {
        var node = GridJson.Node(about);
        node["attachments"] = new JsonArray([.. about.Attachments.Select(file =>
        {
            var known = grid.Attachments.Find(community, file.Sha256)!;
            var wire = GridJson.Node(file);
            (wire["mediaType"], wire["size"], wire["scanStatus"]) = (known.MediaType, known.Size, known.ScanStatus);
            return wire;
        })]);
        node["url"] = grid.Address($"/portal/cases/{about.Number}");
        return node;
    }

    private ApiAnswer List(ApiRequest request)
    {
        grid.Community(request.Community);
        var status = request.QueryWord("status", [.. CaseWords.Statuses.Keys]);
        return grid.Listing.Answer<Case>(
            request, about => Wire(request.Community, about), about => status is null || about.Status == status, request.Query("partner"));
    }

    private ApiAnswer Open(ApiRequest request)
    {
        grid.Community(request.Community);
        var wanted = request.Json<Case>(CaseShapes.New);
        grid.Membership.DemandPartner(request.Community, wanted.PartnerId, "/partnerId");
        var opened = grid.Cases.Open(request.Community, wanted, request.Actor);
        return Answer(request, opened, 201) with { Location = $"{request.Http.Request.Path}/{opened.Id}" };
    }

    private ApiAnswer Change(ApiRequest request)
    {
        var about = Get(request);
        request.Demand(about.Etag);
        var changed = GridJson.Overlay(about, request.Json(CaseShapes.Change));
        if (changed.Status != about.Status && !CaseWords.Working.Contains(changed.Status))
        {
            throw Problem.Field("/status", "use_the_action", $"A case becomes {changed.Status} by its own action.");
        }

        return Answer(request, changed == about ? about : grid.Cases.Change(request.Community, changed, request.Actor));
    }

    private ApiAnswer Link(ApiRequest request)
    {
        var about = Get(request);
        var document = grid.Store.FindByName<Document>(request.Community, request.Route("externalId")) ?? throw Problem.NotFound();
        return Answer(request, about.Documents.Contains(document.ExternalId)
            ? about : grid.Cases.Change(
                request.Community, about with { Documents = [.. about.Documents, document.ExternalId] }, request.Actor));
    }

    private ApiAnswer Refer(ApiRequest request)
    {
        var about = Get(request);
        var reference = request.Reference();
        return Answer(request, about.ExternalRefs.Contains(reference)
            ? about : grid.Cases.Change(request.Community, about with { ExternalRefs = reference.In(about.ExternalRefs) }, request.Actor));
    }

    private ApiAnswer Resolve(ApiRequest request)
    {
        var resolution = request.Json<Resolution>(CaseShapes.Resolve) with
        {
            ResolvedAt = grid.Clock.GetUtcNow(),
            ResolvedBy = request.Actor,
        };
        return Answer(request, grid.Cases.Resolve(request.Community, Get(request), resolution));
    }

    private ApiAnswer Reopen(ApiRequest request)
    {
        var reason = request.Json(CaseShapes.Reopen).GetProperty("reason").GetString()!;
        return Answer(request, grid.Cases.Reopen(request.Community, Get(request), reason, request.Actor, grid.NameOf(request.Actor)));
    }

    private ApiAnswer Close(ApiRequest request)
    {
        request.Json(Shapes.Empty);
        return Answer(request, grid.Cases.Close(request.Community, Get(request), request.Actor));
    }
}
