using System.Text.Json;
using DocsPipeline.Systems.Confluence.Wire;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Systems.Confluence;

/// <summary>Confluence Cloud, REST v2: https://developer.atlassian.com/cloud/confluence/rest/v2/.</summary>
internal sealed class CloudDialect(ConfluenceRest rest) : IConfluenceDialect
{
    private const string Api = "api/v2";

    public async Task<ConfluenceSpace?> FindSpaceAsync(string key, CancellationToken cancellation)
    {
        var list = await rest.GetAsync($"{Api}/spaces?keys={Escape(key)}&limit=250", ConfluenceJson.Default.Spaces, cancellation);
        return list.Results.FirstOrDefault(space => space.Key == key) is { } found
            ? new ConfluenceSpace(found.Id, found.Key, found.Name, found.HomepageId)
            : null;
    }

    public int PagesAtOnce => 25;

    public async Task<IReadOnlyList<ConfluencePage>> ListPagesAsync(ConfluenceSpace space, CancellationToken cancellation)
    {
        var target = $"{Api}/spaces/{Escape(space.Id)}/pages?depth=all&status=current&sort=id&limit=250";
        var pages = await rest.ListAsync(
            target,
            ConfluenceJson.Default.Pages,
            page => page.Results.Select(result => Value(result, page._links?.Base)),
            page => page._links?.Next,
            cancellation);
        return [.. pages.DistinctBy(page => page.Id)];
    }

    public async Task<IReadOnlyList<ConfluencePage>> ReadPagesAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var target = $"{Api}/pages?{string.Join('&', ids.Select(id => $"id={Escape(id)}"))}&status=current&body-format=storage&limit=250";
        return await rest.ListAsync(
            target,
            ConfluenceJson.Default.Pages,
            page => page.Results.Select(result => Value(result, page._links?.Base)),
            page => page._links?.Next,
            cancellation);
    }

    public async Task<IReadOnlyList<ConfluenceAncestor>> ListAncestorsAsync(string id, string type, CancellationToken cancellation)
    {
        var all = new List<ConfluenceAncestor>();
        var seen = new HashSet<string>();
        for (var below = new ConfluenceAncestor(id, type); seen.Add(below.Id);)
        {
            // From the top down, the nearest 250: what is above the first one is asked of that one.
            var list = await rest.FindAsync(
                $"{Api}/{below.Type}s/{Escape(below.Id)}/ancestors?limit=250", ConfluenceJson.Default.AncestorList, cancellation);
            all.InsertRange(0, list?.Results.Select(found => new ConfluenceAncestor(found.Id, found.Type)) ?? []);
            if (list is not { Results.Count: 250 })
            {
                break;
            }

            below = all[0];
        }

        return all;
    }

    // Of the whole site, newest first: the listing is left as soon as it comes to what was there before.
    public async Task<IReadOnlyList<ConfluenceAttachment>> ListAttachmentsSinceAsync(
        IReadOnlyList<ConfluenceSpace> spaces, DateTimeOffset since, CancellationToken cancellation) =>
        await rest.ListAsync(
        $"{Api}/attachments?sort=-modified-date&limit=250",
        ConfluenceJson.Default.Attachments,
        page => page.Results.Select(file => Value(file, "")).Where(file => file.ModifiedAt > since),
        page => page.Results is [.., var oldest] && Value(oldest, "").ModifiedAt > since ? page._links?.Next : null,
        cancellation);

    public async Task<ConfluencePage?> FindPageByTitleAsync(ConfluenceSpace space, string title, CancellationToken cancellation)
    {
        var target = $"{Api}/spaces/{Escape(space.Id)}/pages?title={Escape(title)}&status=current&body-format=storage&limit=25";
        var list = await rest.GetAsync(target, ConfluenceJson.Default.Pages, cancellation);
        return list.Results.FirstOrDefault(page => page.Title == title) is { } found ? Value(found, list._links?.Base) : null;
    }

    public async Task<ConfluencePage?> FindPageAsync(string id, int? version, CancellationToken cancellation)
    {
        var target = $"{Api}/pages/{Escape(id)}?body-format=storage" + (version is null ? "" : $"&version={version}");
        return await rest.FindAsync(target, ConfluenceJson.Default.PageV2, cancellation) is { } page ? Value(page) : null;
    }

    public async Task<bool> HasDraftAsync(string id, CancellationToken cancellation) =>
        (await rest.FindAsync($"{Api}/pages/{Escape(id)}?get-draft=true", ConfluenceJson.Default.PageV2, cancellation))?.Status == "draft";

    public async Task<ConfluencePage?> CreatePageAsync(NewPage page, CancellationToken cancellation)
    {
        var body = new PageCreateV2(page.Space.Id, "current", page.Title, page.ParentId, new RepresentationV2(page.Body, "storage"));
        var request = RemoteRequest.Send(HttpMethod.Post, $"{Api}/pages", body, ConfluenceJson.Default.PageCreateV2);
        var response = await rest.SendAsync(request with { Accepts = [400, 409] }, cancellation);
        return Refusals.IsTitleTaken(response) ? null : Written(response, page.Body);
    }

    public async Task<ConfluencePage?> UpdatePageAsync(PageChange change, CancellationToken cancellation)
    {
        var version = new VersionUpdateV2(change.Base.Version + 1, change.Message);
        var body = new PageUpdateV2(change.Base.Id, "current", change.Title, new RepresentationV2(change.Body, "storage"), version);
        var request = RemoteRequest.Send(
            HttpMethod.Put, $"{Api}/pages/{Escape(change.Base.Id)}", body, ConfluenceJson.Default.PageUpdateV2);
        var response = await rest.SendAsync(request with { Accepts = [400, 409] }, cancellation);
        return Refusals.IsStale(response) ? null : Written(response, change.Body);
    }

    public async Task<ConfluenceFolder?> FindFolderAsync(string id, CancellationToken cancellation) =>
        await rest.FindAsync($"{Api}/folders/{Escape(id)}", ConfluenceJson.Default.FolderV2, cancellation) is { } folder
            ? new ConfluenceFolder(folder.Id, folder.Title, folder.ParentId)
            : null;

    public async Task<IReadOnlyList<string>> ListLabelsAsync(string pageId, CancellationToken cancellation) => await rest.ListAsync(
        $"{Api}/pages/{Escape(pageId)}/labels?limit=250",
        ConfluenceJson.Default.Labels,
        page => page.Results.Select(label => label.Name),
        page => page._links?.Next,
        cancellation);

    public async Task<IReadOnlyList<ConfluenceAttachment>> ListAttachmentsAsync(string pageId, CancellationToken cancellation) =>
        await rest.ListAsync(
        $"{Api}/pages/{Escape(pageId)}/attachments?limit=250",
        ConfluenceJson.Default.Attachments,
        page => page.Results.Select(file => Value(file, pageId)),
        page => page._links?.Next,
        cancellation);

    // Not the attachment's own link: on many sites that one refuses API tokens.
    public string DownloadTarget(ConfluenceAttachment attachment) =>
        $"rest/api/content/{Escape(attachment.PageId)}/child/attachment/{Escape(attachment.Id)}/download";

    public async Task<IReadOnlyList<ConfluenceComment>> ListCommentsAsync(string pageId, bool inline, CancellationToken cancellation) =>
        await rest.ListAsync(
        $"{Api}/pages/{Escape(pageId)}/{(inline ? "inline" : "footer")}-comments?body-format=storage&limit=250",
        ConfluenceJson.Default.Comments,
        page => page.Results.Select(comment => Value(comment, pageId)),
        page => page._links?.Next,
        cancellation);

    public async Task<ConfluenceComment> AddCommentAsync(string pageId, string body, CancellationToken cancellation)
    {
        var comment = new CommentCreateV2(pageId, new RepresentationV2(body, "storage"));
        var response = await rest.SendAsync(
            RemoteRequest.Send(HttpMethod.Post, $"{Api}/footer-comments", comment, ConfluenceJson.Default.CommentCreateV2), cancellation);
        return Value(response.Read(ConfluenceJson.Default.CommentV2), pageId) with { Body = body };
    }

    public async Task<ConfluenceProperty?> FindPropertyAsync(string pageId, string key, CancellationToken cancellation)
    {
        var list = await rest.GetAsync(
            $"{Api}/pages/{Escape(pageId)}/properties?key={Escape(key)}", ConfluenceJson.Default.Properties, cancellation);
        return list.Results.FirstOrDefault(property => property.Key == key) is { } found
            ? new ConfluenceProperty(found.Id, found.Key, found.Value, found.Version?.Number ?? 1)
            : null;
    }

    public async Task<bool> PutPropertyAsync(
        string pageId, string key, JsonElement value, ConfluenceProperty? known, CancellationToken cancellation)
    {
        var target = $"{Api}/pages/{Escape(pageId)}/properties";
        var request = known is null
            ? RemoteRequest.Send(HttpMethod.Post, target, new PropertyCreateV2(key, value), ConfluenceJson.Default.PropertyCreateV2)
            : RemoteRequest.Send(
                HttpMethod.Put,
                $"{target}/{Escape(known.Id)}",
                new PropertyUpdateV2(key, value, new VersionUpdateV2(known.Version + 1, null)),
                ConfluenceJson.Default.PropertyUpdateV2);
        return !Refusals.IsStale(await rest.SendAsync(request with { Accepts = [400, 409] }, cancellation));
    }

    public async Task<IReadOnlyDictionary<string, string>> NamesOfAsync(IReadOnlyList<string> users, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var some in users.Chunk(200))
        {
            var body = new UsersRequestV2(some);
            var request = RemoteRequest.Send(HttpMethod.Post, $"{Api}/users-bulk", body, ConfluenceJson.Default.UsersRequestV2);
            var answer = await rest.SendAsync(request with { OnlyReads = true }, cancellation);
            foreach (var user in answer.Read(ConfluenceJson.Default.Users).Results)
            {
                names[user.AccountId] = user.DisplayName ?? user.PublicName ?? user.AccountId;
            }
        }

        return names;
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static ConfluenceAttachment Value(AttachmentV2 file, string pageId) => new(
        file.Id,
        file.PageId ?? pageId,
        file.Title,
        file.MediaType ?? "application/octet-stream",
        file.FileSize ?? 0,
        file.Version?.Number ?? 1,
        file.Comment ?? "")
    {
        ModifiedAt = file.Version?.CreatedAt ?? file.CreatedAt ?? default,
    };

    private static ConfluenceComment Value(CommentV2 comment, string pageId) => new(
        comment.Id, comment.PageId ?? pageId, comment.Body?.Storage?.Value ?? "", comment.Version?.AuthorId, comment.Version?.CreatedAt,
        comment.ResolutionStatus, comment.Properties?.InlineMarkerRef, comment.Properties?.InlineOriginalSelection);

    // Confluence rewrites what it is given (ids, entities); where the answer leaves the body out, what was sent is the best that is known.
    private ConfluencePage Written(RemoteResponse response, string sent)
    {
        var page = Value(response.Read(ConfluenceJson.Default.PageV2));
        return page.Body.Length > 0 ? page : page with { Body = sent };
    }

    private ConfluencePage Value(PageV2 page, string? site = null) => new(
        page.Id, page.SpaceId ?? "", page.Title, page.Status, page.ParentId, page.ParentType, page.Position, page.Version?.Number ?? 1,
        page.CreatedAt ?? default,
        page.Version?.CreatedAt ?? page.CreatedAt ?? default,
        page.Version?.AuthorId,
        page.Body?.Storage?.Value ?? "",
        rest.Web(page._links?.Webui, page._links?.Base ?? site));
}
