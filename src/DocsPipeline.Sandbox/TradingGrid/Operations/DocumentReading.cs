using System.Globalization;
using DocsPipeline.Sandbox.TradingGrid.Api;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Documents;
using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.TradingGrid.Partners;

namespace DocsPipeline.Sandbox.TradingGrid.Operations;

/// <summary>Reading documents and revisions.</summary>
internal sealed class DocumentReading(Grid grid)
{
    private const string Path = "/v1/communities/{communityId}/documents";

    public IEnumerable<ApiRoute> Routes =>
    [
        new("GET", Path, Scopes.DocumentsRead, List) { Query = ["limit", "cursor", "state", "kind", "managedBy", "readableBy"] },
        new("GET", $"{Path}/by-external-id/{{externalId}}", Scopes.DocumentsRead, request => Answer(request, ByExternalId(request))),
        new("GET", $"{Path}/{{documentId}}", Scopes.DocumentsRead, request => Answer(request, Get(request))),
        new("GET", $"{Path}/{{documentId}}/revisions", Scopes.DocumentsRead, Revisions) { Query = ["limit", "cursor"] },
        new("GET", $"{Path}/{{documentId}}/revisions/{{revision}}", Scopes.DocumentsRead, Revision),
    ];

    private ApiAnswer List(ApiRequest request)
    {
        grid.Community(request.Community);
        var (state, kind, owner) = (request.QueryWord("state", DocumentShapes.States), request.Query("kind"), request.Query("managedBy"));
        var reader = request.Query("readableBy") is { } id
            ? grid.Store.Find<Partner>(request.Community, id) ?? throw Problem.Parameter($"There is no partner {id}.") : null;
        return grid.Listing.Answer<Document>(request, grid.DocumentWire.Summary, document =>
            (state is null || document.State == state)
            && (kind is null || document.Kind == kind)
            && (owner is null || document.ManagedBy == owner)
            && (reader is null || (document is { PublishedRevision: not null, Archive: null } && document.Audience.Via(reader).Count > 0)));
    }

    private ApiAnswer Revisions(ApiRequest request)
    {
        var document = Get(request);
        return grid.Listing.Answer<Revision>(
            request, revision => grid.DocumentWire.Revision(request.Community, revision)!, namePrefix: $"{document.Id}/");
    }

    private ApiAnswer Revision(ApiRequest request)
    {
        var number = int.TryParse(request.Route("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? given
            : throw Problem.NotFound();
        return ApiAnswer.Ok(
            grid.DocumentWire.Revision(request.Community, grid.Publications.Revision(request.Community, Get(request), number))
                ?? throw Problem.NotFound());
    }

    private Document Get(ApiRequest request) => grid.Store.Get<Document>(request.Community, request.Route("documentId"));

    private Document ByExternalId(ApiRequest request) =>
        grid.Publications.Find(request.Community, request.Route("externalId")) ?? throw Problem.NotFound();

    private ApiAnswer Answer(ApiRequest request, Document document) =>
        ApiAnswer.Of(document, grid.DocumentWire.Full(request.Community, document));
}
