using System.Text;
using System.Text.Json;
using DocsPipeline.Systems.Confluence.Wire;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Systems.Confluence;

/// <summary>
/// Confluence Cloud (also through the gateway for scoped tokens) and Data Center behind one client, which finds out with its first request
/// whom it speaks to. A missing thing is null, a refusal a <see cref="RemoteException"/>; a write that came second is null or false and
/// changed nothing.
/// </summary>
public sealed class ConfluenceClient : IDisposable
{
    /// <summary>The largest attachment that is read or written, in bytes.</summary>
    public const int AttachmentLimit = 25 * 1024 * 1024;

    private const string TooLarge = "too_large";

    private readonly ConfluenceRest rest;
    private readonly Lazy<Task<IConfluenceDialect>> dialect;

    public ConfluenceClient(ConfluenceConnection connection, Transport? transport = null)
    {
        AtOnce = (transport ?? new Transport()).AtOnce;
        rest = new ConfluenceRest(connection, transport ?? new Transport());
        dialect = new Lazy<Task<IConfluenceDialect>>(ProbeAsync);
    }

    /// <summary>How many requests go on at a time; more workers than that only wait.</summary>
    public int AtOnce { get; }

    public async Task<ConfluenceSpace?> FindSpaceAsync(string key, CancellationToken cancellation) =>
        await (await dialect.Value).FindSpaceAsync(key, cancellation);

    /// <summary>All current pages of a space, without their bodies.</summary>
    public async Task<IReadOnlyList<ConfluencePage>> ListPagesAsync(ConfluenceSpace space, CancellationToken cancellation) =>
        await (await dialect.Value).ListPagesAsync(space, cancellation);

    /// <summary>
    /// Reads current pages with their bodies, several requests at a time, and hands over each as it comes, in no order; a page that is not
    /// current is left out. No more of them are in memory than are being read.
    /// </summary>
    public async Task ReadPagesAsync(
        IReadOnlyList<string> ids, Func<ConfluencePage, CancellationToken, Task> take, CancellationToken cancellation)
    {
        var speaks = await dialect.Value;
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(ids.Chunk(speaks.PagesAtOnce), options, async (some, token) =>
        {
            foreach (var page in await ReadAsync(speaks, some, token))
            {
                await take(page, token);
            }
        });
    }

    /// <summary>What a page, or a thing above one, lies below, from the top down; none where Confluence does not tell.</summary>
    public async Task<IReadOnlyList<ConfluenceAncestor>> ListAncestorsAsync(string id, string type, CancellationToken cancellation) =>
        await (await dialect.Value).ListAncestorsAsync(id, type, cancellation);

    /// <summary>
    /// Attachments whose newest version came after a moment of Confluence's clock; also of other spaces where the listing cannot tell them
    /// apart.
    /// </summary>
    public async Task<IReadOnlyList<ConfluenceAttachment>> ListAttachmentsSinceAsync(
        IReadOnlyList<ConfluenceSpace> spaces, DateTimeOffset since, CancellationToken cancellation) =>
        await (await dialect.Value).ListAttachmentsSinceAsync(spaces, since, cancellation);

    /// <summary>The page of a space with exactly this title; titles are unique in a space.</summary>
    public async Task<ConfluencePage?> FindPageByTitleAsync(ConfluenceSpace space, string title, CancellationToken cancellation) =>
        await (await dialect.Value).FindPageByTitleAsync(space, title, cancellation);

    /// <summary>A page now, or with the title and body it had at a version.</summary>
    public async Task<ConfluencePage?> FindPageAsync(string id, CancellationToken cancellation, int? version = null) =>
        await (await dialect.Value).FindPageAsync(id, version, cancellation);

    /// <summary>Whether somebody is at work on the page and has not published yet.</summary>
    public async Task<bool> HasDraftAsync(string id, CancellationToken cancellation) =>
        await (await dialect.Value).HasDraftAsync(id, cancellation);

    /// <summary>The new page, or null where another page of the space has the title; that one is never taken over.</summary>
    public async Task<ConfluencePage?> CreatePageAsync(NewPage page, CancellationToken cancellation) =>
        await (await dialect.Value).CreatePageAsync(page, cancellation);

    /// <summary>The new version, or null where the page is no longer at the version that was read: read it again and merge.</summary>
    public async Task<ConfluencePage?> UpdatePageAsync(PageChange change, CancellationToken cancellation) =>
        await (await dialect.Value).UpdatePageAsync(change, cancellation);

    public async Task<ConfluenceFolder?> FindFolderAsync(string id, CancellationToken cancellation) =>
        await (await dialect.Value).FindFolderAsync(id, cancellation);

    /// <summary>
    /// Whether reading a page or folder itself is limited to some people; restrictions of what it lies below are theirs to ask. Nothing is
    /// known of what Confluence does not find.
    /// </summary>
    public async Task<bool> IsRestrictedAsync(string id, CancellationToken cancellation)
    {
        var target = $"rest/api/content/{Uri.EscapeDataString(id)}/restriction/byOperation/read"
            + "?expand=restrictions.user,restrictions.group";
        var restriction = await rest.FindAsync(target, ConfluenceJson.Default.RestrictionV1, cancellation);
        return restriction?.Restrictions is { Names: true };
    }

    /// <summary>
    /// For the pages of spaces, by id, whether reading each itself is limited to some people. From the search index, which a page that was
    /// made just now is not in yet; empty where the account may not search. Whoever finds nothing here asks <see
    /// cref="IsRestrictedAsync"/>.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, bool>> ListRestrictionsAsync(
        IReadOnlyList<ConfluenceSpace> spaces, CancellationToken cancellation)
    {
        var cql = $"type = page and space in ({string.Join(", ", spaces.Select(space => $"\"{space.Key}\""))})";
        var target = $"rest/api/content/search?cql={Uri.EscapeDataString(cql)}"
            + "&expand=restrictions.read.restrictions.user,restrictions.read.restrictions.group&limit=250";
        try
        {
            var found = await rest.ListAsync(
                target,
                ConfluenceJson.Default.Contents,
                page => page.Results.Select(each => (each.Id, IsRestricted: each.Restrictions?.Read?.Restrictions)),
                page => page._links?.Next,
                cancellation);
            return found
                .Where(page => page.IsRestricted is not null)
                .DistinctBy(page => page.Id)
                .ToDictionary(page => page.Id, page => page.IsRestricted!.Names);
        }
        catch (RemoteException fault) when (fault.Status is 401 or 403 or 404)
        {
            return new Dictionary<string, bool>();
        }
    }

    public async Task<IReadOnlyList<string>> ListLabelsAsync(string pageId, CancellationToken cancellation) =>
        await (await dialect.Value).ListLabelsAsync(pageId, cancellation);

    /// <summary>Adds labels to those of the page; one that is there already stays.</summary>
    public Task AddLabelsAsync(string pageId, IReadOnlyList<string> labels, CancellationToken cancellation) => rest.SendAsync(
        RemoteRequest.Send(
            HttpMethod.Post,
            $"rest/api/content/{Uri.EscapeDataString(pageId)}/label",
            labels.Select(label => new LabelV1("global", label)).ToList(),
            ConfluenceJson.Default.ListLabelV1),
        cancellation);

    public async Task<IReadOnlyList<ConfluenceAttachment>> ListAttachmentsAsync(string pageId, CancellationToken cancellation) =>
        await (await dialect.Value).ListAttachmentsAsync(pageId, cancellation);

    /// <summary>
    /// The bytes of an attachment, at most <see cref="AttachmentLimit"/>; redirects to a media host go there without the token.
    /// </summary>
    public async Task<ReadOnlyMemory<byte>> DownloadAsync(ConfluenceAttachment attachment, CancellationToken cancellation)
    {
        var target = (await dialect.Value).DownloadTarget(attachment);
        return (await rest.SendAsync(RemoteRequest.Get(target) with { IsDownload = true, Limit = AttachmentLimit }, cancellation)).Body;
    }

    /// <summary>Puts a file on a page, as a new version where the page has one of this name.</summary>
    public Task UploadAsync(
        string pageId, string fileName, ReadOnlyMemory<byte> bytes, string mediaType, string comment, CancellationToken cancellation)
    {
        var boundary = $"----{Guid.NewGuid():N}";
        var quoted = fileName.Replace("\"", "%22", StringComparison.Ordinal);
        var head = $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{quoted}\"\r\n"
            + $"Content-Type: {mediaType}\r\n\r\n";
        var tail = $"\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"comment\"\r\n\r\n{comment}"
            + $"\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"minorEdit\"\r\n\r\ntrue\r\n--{boundary}--\r\n";
        var request = new RemoteRequest(HttpMethod.Put, $"rest/api/content/{Uri.EscapeDataString(pageId)}/child/attachment")
        {
            Body = (byte[])[.. Encoding.UTF8.GetBytes(head), .. bytes.Span, .. Encoding.UTF8.GetBytes(tail)],
            MediaType = $"multipart/form-data; boundary={boundary}",
            Headers = new Dictionary<string, string> { ["X-Atlassian-Token"] = "no-check" },
        };
        return rest.SendAsync(request, cancellation);
    }

    /// <summary>Comments below the page, oldest first.</summary>
    public async Task<IReadOnlyList<ConfluenceComment>> ListFooterCommentsAsync(string pageId, CancellationToken cancellation) =>
        await (await dialect.Value).ListCommentsAsync(pageId, inline: false, cancellation);

    /// <summary>Comments on passages of the page.</summary>
    public async Task<IReadOnlyList<ConfluenceComment>> ListInlineCommentsAsync(string pageId, CancellationToken cancellation) =>
        await (await dialect.Value).ListCommentsAsync(pageId, inline: true, cancellation);

    /// <summary>Adds a comment below the page; the body is storage format.</summary>
    public async Task<ConfluenceComment> AddFooterCommentAsync(string pageId, string body, CancellationToken cancellation) =>
        await (await dialect.Value).AddCommentAsync(pageId, body, cancellation);

    public async Task<ConfluenceProperty?> FindPropertyAsync(string pageId, string key, CancellationToken cancellation) =>
        await (await dialect.Value).FindPropertyAsync(pageId, key, cancellation);

    /// <summary>Creates the property (none known) or follows the one that was read; false where somebody else wrote it meanwhile.</summary>
    public async Task<bool> PutPropertyAsync(
        string pageId, string key, JsonElement value, ConfluenceProperty? known, CancellationToken cancellation) =>
        await (await dialect.Value).PutPropertyAsync(pageId, key, value, known, cancellation);

    /// <summary>Display names by account id (Cloud) or user key (Data Center).</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesOfAsync(IReadOnlyList<string> users, CancellationToken cancellation) =>
        await (await dialect.Value).NamesOfAsync(users, cancellation);

    public void Dispose() => rest.Dispose();

    // Together they are longer than an answer may be: then each by itself.
    private static async Task<IReadOnlyList<ConfluencePage>> ReadAsync(
        IConfluenceDialect dialect, string[] ids, CancellationToken cancellation)
    {
        try
        {
            return await dialect.ReadPagesAsync(ids, cancellation);
        }
        catch (RemoteException fault) when (fault.Code == TooLarge && ids.Length > 1)
        {
            var pages = new List<ConfluencePage>();
            foreach (var id in ids)
            {
                pages.AddRange(await ReadAsync(dialect, [id], cancellation));
            }

            return pages;
        }
    }

    // A 404 alone proves nothing: a wrong address has neither dialect.
    private async Task<IConfluenceDialect> ProbeAsync()
    {
        var cloud = await rest.SendAsync(RemoteRequest.Get("api/v2/spaces?limit=1", 403, 404), CancellationToken.None);
        if (cloud.Status != 404)
        {
            return new CloudDialect(rest);
        }

        await rest.SendAsync(RemoteRequest.Get("rest/api/space?limit=1"), CancellationToken.None);
        return new DataCenterDialect(rest);
    }
}
