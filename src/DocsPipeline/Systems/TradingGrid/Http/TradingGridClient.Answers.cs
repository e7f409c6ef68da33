using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid.Http.Wire;

namespace DocsPipeline.Systems.TradingGrid.Http;

public sealed partial class TradingGridClient
{
    public async Task<EventPage?> ReadEventsAsync(string community, string? cursor, CancellationToken cancellation)
    {
        var target = At(community, "events") + $"?limit={PageSize}" + (cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}");
        var response = await SendAsync(RemoteRequest.Get(target, 410), cancellation);
        if (response.Status == 410)
        {
            return null;
        }

        var page = response.Read(GridJson.Default.EventFeed);
        return new EventPage([.. page.Items.Select(told => told.ToEvent(clientId))], page.NextCursor, page.HasMore);
    }

    public async Task<PartnerItem?> FindItemAsync(string community, ItemReference item, CancellationToken cancellation)
    {
        var target = At(community, Path(item.Kind), item.Id);
        return item.Kind switch
        {
            ItemKind.Case => await FindAsync(target, GridJson.Default.Case, cancellation),
            ItemKind.Incident => await FindAsync(target, GridJson.Default.Incident, cancellation),
            ItemKind.TestRun => await FindAsync(target, GridJson.Default.TestRun, cancellation),
            ItemKind.Question => await FindAsync(target, GridJson.Default.Question, cancellation),
            ItemKind.Feedback => await FindAsync(target, GridJson.Default.Feedback, cancellation),
            _ => await FindAsync(target, GridJson.Default.Acknowledgement, cancellation),
        };
    }

    public async Task<int?> PutReferenceAsync(string community, ItemReference item, ExternalRef counterpart, CancellationToken cancellation)
    {
        if (item.Kind == ItemKind.Acknowledgement)
        {
            return null;
        }

        var target = At(community, Path(item.Kind), item.Id, "external-refs", counterpart.System);
        var request = RemoteRequest.Send(HttpMethod.Put, target, new NewRef(counterpart.Id, counterpart.Url), GridJson.Default.NewRef);
        return (await SendAsync(request, cancellation)).Read(GridJson.Default.Versioned).Version;
    }

    public Task<IReadOnlyList<Case>> ListCasesAsync(string community, CancellationToken cancellation) =>
        ListAsync(At(community, "cases"), GridJson.Default.Cases, item => item.Id, cancellation);

    public Task LinkDocumentAsync(string community, string caseId, string externalId, CancellationToken cancellation) =>
        SendAsync(new RemoteRequest(HttpMethod.Put, At(community, "cases", caseId, "documents", externalId)), cancellation);

    private static string Path(ItemKind kind) => kind switch
    {
        ItemKind.Case => "cases",
        ItemKind.Incident => "incidents",
        ItemKind.TestRun => "test-runs",
        ItemKind.Question => "questions",
        ItemKind.Feedback => "feedback",
        _ => "acknowledgements",
    };
}
