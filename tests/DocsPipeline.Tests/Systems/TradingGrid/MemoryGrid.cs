using System.Globalization;
using DocsPipeline.Documents;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid;
using Case = DocsPipeline.Systems.TradingGrid.Case;

namespace DocsPipeline.Tests.Systems.TradingGrid;

/// <summary>
/// A second way to the community, one that lives in memory: it keeps the interface's promises as the contract suite says, can be told
/// what it is not able to do, and lets a test play the partners.
/// </summary>
internal sealed class MemoryGrid : ITradingGrid
{
    private readonly string feed = Guid.NewGuid().ToString("N");
    private readonly Dictionary<(string Community, string ExternalId), GridDocument> documents = [];
    private readonly Dictionary<(string Community, string ExternalId), GridSource?> drafts = [];
    private readonly Dictionary<string, GridDocument> answers = [];
    private readonly Dictionary<(string Community, string Sha256), GridAttachment> attachments = [];
    private readonly Dictionary<(string Community, ItemReference Item), PartnerItem> items = [];
    private readonly List<(string Community, GridEvent Event)> events = [];

    public HashSet<Capability> Capabilities { get; } = [.. Enum.GetValues<Capability>()];

    /// <summary>Communities without a feed, whatever the others have.</summary>
    public HashSet<string> Silent { get; } = [];

    public List<(ItemReference Item, ExternalRef Counterpart)> References { get; } = [];

    /// <summary>How often anything was changed by us.</summary>
    public int Writes { get; private set; }

    /// <summary>How often a page of a feed was asked for.</summary>
    public int Reads { get; private set; }

    public int PageSize { get; set; } = 2;

    public List<PartnerGroup> Groups { get; } =
        [new("everyone"), new("new-suppliers"), new("x12-suppliers"), new("edifact-suppliers"), new("carriers")];

    /// <summary>What the scanner says of every file from now on.</summary>
    public ScanStatus Scan { get; set; } = ScanStatus.Clean;

    /// <summary>Called with the bytes of each file that is put there.</summary>
    public Action<ReadOnlyMemory<byte>> OnUpload { get; set; } = _ => { };

    /// <summary>Cursors, also those of this feed, are not known any more.</summary>
    public bool IsExpired { get; set; }

    /// <summary>Called before an item is read; may throw.</summary>
    public Action<ItemReference> OnRead { get; set; } = _ => { };

    /// <summary>A partner did something; the event tells of it.</summary>
    public ItemReference Receive(string community, string type, PartnerItem item, bool isOwn = false)
    {
        var reference = Of(item);
        items[(community, reference)] = item;
        Tell(community, type, reference, isOwn);
        return reference;
    }

    public void Tell(string community, string type, ItemReference? item, bool isOwn = false) =>
        events.Add((community, new GridEvent($"evt_{events.Count:0000}", type, item, isOwn)));

    public void Forget(string community, ItemReference item) => items.Remove((community, item));

    public Task<IReadOnlySet<Capability>> GetCapabilitiesAsync(string community, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlySet<Capability>>(
            Capabilities.Where(one => one != Capability.Events || !Silent.Contains(community)).ToHashSet());

    public Task<IReadOnlyList<Partner>> ListPartnersAsync(string community, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Partner>>(
            [new("acme", "Acme Tools"), new("borealis", "Borealis Foods"), new("cobalt", "Cobalt Freight")]);

    public Task<IReadOnlyList<PartnerGroup>> ListGroupsAsync(string community, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PartnerGroup>>([.. Groups]);

    public Task<IReadOnlyList<GridDocument>> ListDocumentsAsync(string community, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<GridDocument>>(
            [.. documents.Where(pair => pair.Key.Community == community).Select(pair => pair.Value with { Source = null })]);

    public Task<GridDocument?> FindDocumentAsync(string community, string externalId, CancellationToken cancellation) =>
        Task.FromResult(documents.GetValueOrDefault((community, externalId)));

    public Task<GridDocument> PutDraftAsync(
        string community, string externalId, GridDraft draft, string? etag, CancellationToken cancellation)
    {
        var known = documents.GetValueOrDefault((community, externalId));
        if (known?.Etag != etag)
        {
            return Refused("PUT", externalId);
        }

        drafts[(community, externalId)] = draft.Source;
        var revision = known?.DraftRevision ?? (known?.LatestRevision ?? 0) + 1;
        var address = new Uri($"https://community.example/{externalId}");
        var document = known ?? new GridDocument(externalId, externalId, draft.ManagedBy, draft.Title, DocumentState.Draft, 0, address, "");
        return Task.FromResult(Keep(community, document with
        {
            Title = draft.Title,
            LatestRevision = revision,
            DraftRevision = revision,
            DraftFingerprint = draft.Fingerprint,
        }));
    }

    public Task<GridDocument> PublishAsync(
        string community, string documentId, int revision, string idempotencyKey, CancellationToken cancellation)
    {
        if (answers.TryGetValue(idempotencyKey, out var answered))
        {
            return Task.FromResult(answered);
        }

        var known = documents[(community, documentId)];
        if (known.DraftRevision != revision)
        {
            return Refused("POST", documentId);
        }

        return Answer(idempotencyKey, Keep(community, known with
        {
            State = DocumentState.Published,
            PublishedRevision = revision,
            Fingerprint = known.DraftFingerprint,
            DraftRevision = null,
            DraftFingerprint = null,
            Source = drafts[(community, documentId)],
        }));
    }

    public Task<GridDocument> ArchiveAsync(
        string community, string documentId, string etag, string idempotencyKey, CancellationToken cancellation)
    {
        if (answers.TryGetValue(idempotencyKey, out var answered))
        {
            return Task.FromResult(answered);
        }

        var known = documents[(community, documentId)];
        return known.Etag == etag
            ? Answer(idempotencyKey, Keep(community, known with { State = DocumentState.Archived, PublishedRevision = null }))
            : Refused("POST", documentId);
    }

    public Task<GridAttachment?> FindAttachmentAsync(string community, string sha256, CancellationToken cancellation) =>
        Task.FromResult(attachments.GetValueOrDefault((community, sha256)));

    public Task<GridAttachment> PutAttachmentAsync(
        string community, string sha256, ReadOnlyMemory<byte> bytes, string mediaType, CancellationToken cancellation)
    {
        if (Digest.Of(bytes.Span) != sha256)
        {
            throw new RemoteException("Trading Grid", "PUT", sha256, 422, "hash_mismatch", "the bytes have another hash");
        }

        Writes++;
        OnUpload(bytes);
        return Task.FromResult(attachments[(community, sha256)] = new GridAttachment(sha256, Scan));
    }

    public Task<GridAttachment> WaitForScanAsync(string community, string sha256, TimeSpan within, CancellationToken cancellation) =>
        Task.FromResult(attachments[(community, sha256)]);

    public Task<EventPage?> ReadEventsAsync(string community, string? cursor, CancellationToken cancellation)
    {
        Reads++;
        var parts = cursor?.Split(':') ?? [feed, "0"];
        if (parts[0] != feed || (IsExpired && cursor is not null))
        {
            return Task.FromResult<EventPage?>(null);
        }

        var start = int.Parse(parts[1], CultureInfo.InvariantCulture);
        var page = events.Index().Skip(start).Where(row => row.Item.Community == community).Take(PageSize + 1).ToList();
        var shown = page.Take(PageSize).ToList();
        var next = shown.Count > 0 ? shown[^1].Index + 1 : start;
        var told = shown.Select(row => row.Item.Event).ToList();
        return Task.FromResult<EventPage?>(new EventPage(told, $"{feed}:{next}", page.Count > PageSize));
    }

    public Task<PartnerItem?> FindItemAsync(string community, ItemReference item, CancellationToken cancellation)
    {
        OnRead(item);
        return Task.FromResult(items.GetValueOrDefault((community, item)));
    }

    public Task<int?> PutReferenceAsync(string community, ItemReference item, ExternalRef counterpart, CancellationToken cancellation)
    {
        if (item.Kind == ItemKind.Acknowledgement)
        {
            return Task.FromResult<int?>(null);
        }

        Writes++;
        References.Add((item, counterpart));
        var changed = items[(community, item)] with { Version = items[(community, item)].Version + 1 };
        items[(community, item)] = changed;
        Tell(community, $"{item.Kind.Word()}.updated", item, isOwn: true);
        return Task.FromResult<int?>(changed.Version);
    }

    public Task<IReadOnlyList<Case>> ListCasesAsync(string community, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Case>>(
            [.. items.Where(pair => pair.Key.Community == community).Select(pair => pair.Value).OfType<Case>()]);

    public Task LinkDocumentAsync(string community, string caseId, string externalId, CancellationToken cancellation)
    {
        Writes++;
        var key = (community, new ItemReference(ItemKind.Case, caseId));
        var found = (Case)items[key];
        items[key] = found with { Documents = [.. found.Documents.Append(externalId).Distinct()], Version = found.Version + 1 };
        return Task.CompletedTask;
    }

    private static ItemReference Of(PartnerItem item) => new(Enum.Parse<ItemKind>(item.GetType().Name), item.Id);

    private static Task<GridDocument> Refused(string method, string target) => Task.FromException<GridDocument>(
        new RemoteException("Trading Grid", method, target, 412, "precondition_failed", "it is not as it was"));

    private GridDocument Keep(string community, GridDocument document) =>
        documents[(community, document.ExternalId)] = document with { Etag = $"\"{++Writes}\"" };

    private Task<GridDocument> Answer(string key, GridDocument document) => Task.FromResult(answers[key] = document);
}
