using System.Globalization;
using System.Text.Json;
using DocsPipeline.Systems.Confluence.Wire;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Systems.Confluence;

/// <summary>
/// Confluence Data Center, REST v1: https://developer.atlassian.com/server/confluence/rest/. There is no v2 and there are no folders.
/// </summary>
internal sealed class DataCenterDialect(ConfluenceRest rest) : IConfluenceDialect
{
    private const string Api = "rest/api";
    private const string ListedFields = "version,ancestors,space,history";
    private const string PageFields = $"body.storage,{ListedFields}";

    public async Task<ConfluenceSpace?> FindSpaceAsync(string key, CancellationToken cancellation) =>
        await rest.FindAsync($"{Api}/space/{Escape(key)}?expand=homepage", ConfluenceJson.Default.SpaceV1, cancellation) is { } space
            ? new ConfluenceSpace(space.Id.ToString(), space.Key, space.Name, space.Homepage?.Id)
            : null;

    public int PagesAtOnce => 1;

    public async Task<IReadOnlyList<ConfluencePage>> ListPagesAsync(ConfluenceSpace space, CancellationToken cancellation)
    {
        var target = $"{Api}/content?spaceKey={Escape(space.Key)}&type=page&status=current&expand={ListedFields}&limit=200";
        var pages = await rest.ListAsync(
            target,
            ConfluenceJson.Default.Contents,
            page => page.Results.Select(result => Value(result, page._links?.Base)),
            page => page._links?.Next,
            cancellation);
        return [.. pages.DistinctBy(page => page.Id)];
    }

    public async Task<IReadOnlyList<ConfluencePage>> ReadPagesAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var pages = new List<ConfluencePage>();
        foreach (var id in ids)
        {
            if (await FindPageAsync(id, null, cancellation) is { Status: "current" } page)
            {
                pages.Add(page);
            }
        }

        return pages;
    }

    public async Task<IReadOnlyList<ConfluenceAncestor>> ListAncestorsAsync(string id, string type, CancellationToken cancellation) =>
        await rest.FindAsync(
            $"{Api}/content/{Escape(id)}?expand=ancestors", ConfluenceJson.Default.ContentV1, cancellation) is { Ancestors: { } ancestors }
            ? [.. ancestors.Select(ancestor => new ConfluenceAncestor(ancestor.Id, "page"))]
            : [];

    // The index lags, and it counts in minutes of the account's own time zone: a day more than asked for is read, and what is older is left
    // out again.
    public async Task<IReadOnlyList<ConfluenceAttachment>> ListAttachmentsSinceAsync(
        IReadOnlyList<ConfluenceSpace> spaces, DateTimeOffset since, CancellationToken cancellation)
    {
        var keys = string.Join(", ", spaces.Select(space => $"\"{space.Key}\""));
        var dayBefore = since.AddDays(since > DateTimeOffset.UnixEpoch.AddDays(2) ? -1 : 0).UtcDateTime;
        var from = dayBefore.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var cql = $"type = attachment and space in ({keys}) and lastmodified >= \"{from}\"";
        return await rest.ListAsync(
            $"{Api}/content/search?cql={Escape(cql)}&expand=version,container&limit=200",
            ConfluenceJson.Default.Contents,
            page => page.Results.Select(file => Attachment(file, file.Container?.Id ?? "")).Where(file => file.ModifiedAt > since),
            page => page._links?.Next,
            cancellation);
    }

    public async Task<ConfluencePage?> FindPageByTitleAsync(ConfluenceSpace space, string title, CancellationToken cancellation)
    {
        var target = $"{Api}/content?spaceKey={Escape(space.Key)}&type=page&status=current&title={Escape(title)}&expand={PageFields}";
        var list = await rest.GetAsync(target, ConfluenceJson.Default.Contents, cancellation);
        return list.Results.FirstOrDefault(page => page.Title == title) is { } found ? Value(found, list._links?.Base) : null;
    }

    public async Task<ConfluencePage?> FindPageAsync(string id, int? version, CancellationToken cancellation)
    {
        var target = $"{Api}/content/{Escape(id)}?expand={PageFields}" + (version is null ? "" : $"&status=historical&version={version}");
        if (await rest.FindAsync(target, ConfluenceJson.Default.ContentV1, cancellation) is { } page)
        {
            return Value(page);
        }

        // The newest version is not a historical one.
        return version is not null && await FindPageAsync(id, null, cancellation) is { } current && current.Version == version
            ? current
            : null;
    }

    public async Task<bool> HasDraftAsync(string id, CancellationToken cancellation) =>
        await rest.FindAsync(
            $"{Api}/content/{Escape(id)}?status=draft", ConfluenceJson.Default.ContentV1, cancellation) is { Status: "draft" };

    public async Task<ConfluencePage?> CreatePageAsync(NewPage page, CancellationToken cancellation)
    {
        var parent = page.ParentId ?? page.Space.HomepageId;
        var body = new ContentCreateV1(
            "page",
            page.Title,
            new SpaceReferenceV1(page.Space.Key),
            parent is null ? null : [new ContentReferenceV1(parent)],
            Storage(page.Body),
            null);
        var request = RemoteRequest.Send(HttpMethod.Post, $"{Api}/content", body, ConfluenceJson.Default.ContentCreateV1);
        var response = await rest.SendAsync(request with { Accepts = [400, 409] }, cancellation);
        return Refusals.IsTitleTaken(response) ? null : Written(response, page.Body);
    }

    public async Task<ConfluencePage?> UpdatePageAsync(PageChange change, CancellationToken cancellation)
    {
        var body = new ContentUpdateV1(
            change.Base.Id,
            "page",
            "current",
            change.Title,
            Storage(change.Body),
            new VersionUpdateV1(change.Base.Version + 1, change.Message));
        var request = RemoteRequest.Send(
            HttpMethod.Put, $"{Api}/content/{Escape(change.Base.Id)}", body, ConfluenceJson.Default.ContentUpdateV1);
        var response = await rest.SendAsync(request with { Accepts = [400, 409] }, cancellation);
        return Refusals.IsStale(response) ? null : Written(response, change.Body);
    }

    public Task<ConfluenceFolder?> FindFolderAsync(string id, CancellationToken cancellation) => Task.FromResult<ConfluenceFolder?>(null);

    public async Task<IReadOnlyList<string>> ListLabelsAsync(string pageId, CancellationToken cancellation) => await rest.ListAsync(
        $"{Api}/content/{Escape(pageId)}/label?limit=200",
        ConfluenceJson.Default.LabelsV1,
        page => page.Results.Select(label => label.Name),
        page => page._links?.Next,
        cancellation);

    public async Task<IReadOnlyList<ConfluenceAttachment>> ListAttachmentsAsync(string pageId, CancellationToken cancellation) =>
        await rest.ListAsync(
        $"{Api}/content/{Escape(pageId)}/child/attachment?expand=version&limit=200",
        ConfluenceJson.Default.Contents,
        page => page.Results.Select(file => Attachment(file, pageId)),
        page => page._links?.Next,
        cancellation);

    public string DownloadTarget(ConfluenceAttachment attachment) =>
        attachment.DownloadLink?.TrimStart('/')
            ?? $"{Api}/content/{Escape(attachment.PageId)}/child/attachment/{Escape(attachment.Id)}/download";

    public async Task<IReadOnlyList<ConfluenceComment>> ListCommentsAsync(string pageId, bool inline, CancellationToken cancellation) =>
        await rest.ListAsync(
        $"{Api}/content/{Escape(pageId)}/child/comment?location={(inline ? "inline" : "footer")}&limit=100"
            + "&expand=body.storage,version,extensions.inlineProperties,extensions.resolution",
        ConfluenceJson.Default.Contents,
        page => page.Results.Select(comment => Comment(comment, pageId)),
        page => page._links?.Next,
        cancellation);

    public async Task<ConfluenceComment> AddCommentAsync(string pageId, string body, CancellationToken cancellation)
    {
        var comment = new ContentCreateV1("comment", "", null, null, Storage(body), new ContentReferenceV1(pageId, "page"));
        var response = await rest.SendAsync(
            RemoteRequest.Send(HttpMethod.Post, $"{Api}/content", comment, ConfluenceJson.Default.ContentCreateV1), cancellation);
        return Comment(response.Read(ConfluenceJson.Default.ContentV1), pageId) with { Body = body };
    }

    public async Task<ConfluenceProperty?> FindPropertyAsync(string pageId, string key, CancellationToken cancellation) =>
        await rest.FindAsync(
            $"{Api}/content/{Escape(pageId)}/property/{Escape(key)}", ConfluenceJson.Default.PropertyV1, cancellation) is { } property
            ? new ConfluenceProperty(property.Id, property.Key, property.Value, property.Version?.Number ?? 1)
            : null;

    public async Task<bool> PutPropertyAsync(
        string pageId, string key, JsonElement value, ConfluenceProperty? known, CancellationToken cancellation)
    {
        var target = $"{Api}/content/{Escape(pageId)}/property" + (known is null ? "" : $"/{Escape(key)}");
        var body = new PropertyWriteV1(key, value, known is null ? null : new PropertyVersionV1(known.Version + 1));
        var request = RemoteRequest.Send(
            known is null ? HttpMethod.Post : HttpMethod.Put, target, body, ConfluenceJson.Default.PropertyWriteV1);
        return !Refusals.IsStale(await rest.SendAsync(request with { Accepts = [400, 409] }, cancellation));
    }

    public async Task<IReadOnlyDictionary<string, string>> NamesOfAsync(IReadOnlyList<string> users, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in users)
        {
            var user = await rest.FindAsync($"{Api}/user?key={Escape(key)}", ConfluenceJson.Default.UserV1, cancellation);
            names[key] = user?.DisplayName ?? key;
        }

        return names;
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static BodyV1 Storage(string body) => new(new StorageV1(body, "storage"));

    private static ConfluenceAttachment Attachment(ContentV1 file, string pageId) => new(
        file.Id,
        pageId,
        file.Title,
        file.Extensions?.MediaType ?? file.Metadata?.MediaType ?? "application/octet-stream",
        file.Extensions?.FileSize ?? 0,
        file.Version?.Number ?? 1,
        file.Extensions?.Comment ?? file.Metadata?.Comment ?? "")
    {
        ModifiedAt = file.Version?.When ?? default,
        DownloadLink = file._links?.Download,
    };

    private static ConfluenceComment Comment(ContentV1 comment, string pageId) => new(
        comment.Id,
        pageId,
        comment.Body?.Storage?.Value ?? "",
        comment.Version?.By?.UserKey ?? comment.Version?.By?.Username,
        comment.Version?.When,
        comment.Extensions?.Resolution?.Status,
        comment.Extensions?.InlineProperties?.MarkerRef,
        comment.Extensions?.InlineProperties?.OriginalSelection);

    // Confluence rewrites what it is given (ids, entities); where the answer leaves the body out, what was sent is the best that is known.
    private ConfluencePage Written(RemoteResponse response, string sent)
    {
        var page = Value(response.Read(ConfluenceJson.Default.ContentV1));
        return page.Body.Length > 0 ? page : page with { Body = sent };
    }

    private ConfluencePage Value(ContentV1 page, string? site = null) => new(
        page.Id,
        page.Space?.Key ?? "",
        page.Title,
        page.Status ?? "current",
        page.Ancestors is [.., var parent] ? parent.Id : null,
        page.Ancestors is { Count: > 0 } ? "page" : null,
        page.Extensions?.Position is { ValueKind: JsonValueKind.Number } position ? position.GetInt32() : null,
        page.Version?.Number ?? 1,
        page.History?.CreatedDate ?? default,
        page.Version?.When ?? default,
        page.Version?.By?.UserKey ?? page.Version?.By?.Username,
        page.Body?.Storage?.Value ?? "",
        rest.Web(page._links?.Webui, page._links?.Base ?? site));
}
