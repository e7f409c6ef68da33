using DocsPipeline.Sandbox.TradingGrid.Answers;
using DocsPipeline.Sandbox.TradingGrid.Documents;
using DocsPipeline.Sandbox.TradingGrid.Network;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>What the visitor may read: the one place that decides it for every page, search, file and link.</summary>
internal sealed class Library(Visit visit)
{
    private string Community => visit.Community.Id;

    /// <summary>Readable documents: current ones first, the latest on top.</summary>
    public List<Reading> All() =>
    [
        .. visit.Grid.Store.All<Document>(Community).Where(MayRead).Select(Open)
            .OrderBy(reading => reading.Document.State == "superseded").ThenByDescending(reading => reading.Revision.PublishedAt),
    ];

    public Reading? Find(string? externalId) =>
        externalId is not null && visit.Grid.Publications.Find(Community, externalId) is { } document && MayRead(document)
            ? Open(document)
            : null;

    public Reading Get(string externalId) => Find(externalId) ?? throw new PortalRefusal();

    public bool IsAcknowledged(Reading reading) => visit.Grid.Store.FindByName<Acknowledgement>(
        Community, Acknowledgement.NameOf(reading.Document.ExternalId, reading.Revision.Number, visit.User.Id)) is not null;

    /// <summary>Notices and other documents that still wait for this user's confirmation.</summary>
    public List<Reading> Waiting(IEnumerable<Reading> readings) =>
        [
            .. readings.Where(reading =>
                reading.Draft.AcknowledgementRequired && reading.Document.State == "published" && !IsAcknowledged(reading))];

    private bool MayRead(Document document) =>
        document is { PublishedRevision: not null, Archive: null } && document.Audience.Includes(visit.Partner, visit.User.Role);

    private Reading Open(Document document) =>
        new(document, visit.Grid.Publications.Revision(Community, document, document.PublishedRevision)!);
}
