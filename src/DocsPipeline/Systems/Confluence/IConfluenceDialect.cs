using System.Text.Json;

namespace DocsPipeline.Systems.Confluence;

/// <summary>
/// What Cloud (v2) and Data Center (v1) say differently. Null answers mean "there is none", or for writes "somebody was faster".
/// </summary>
internal interface IConfluenceDialect
{
    Task<ConfluenceSpace?> FindSpaceAsync(string key, CancellationToken cancellation);

    /// <summary>How many pages one <see cref="ReadPagesAsync"/> takes.</summary>
    int PagesAtOnce { get; }

    Task<IReadOnlyList<ConfluencePage>> ListPagesAsync(ConfluenceSpace space, CancellationToken cancellation);

    Task<IReadOnlyList<ConfluencePage>> ReadPagesAsync(IReadOnlyList<string> ids, CancellationToken cancellation);

    Task<IReadOnlyList<ConfluenceAncestor>> ListAncestorsAsync(string id, string type, CancellationToken cancellation);

    Task<IReadOnlyList<ConfluenceAttachment>> ListAttachmentsSinceAsync(
        IReadOnlyList<ConfluenceSpace> spaces, DateTimeOffset since, CancellationToken cancellation);

    Task<ConfluencePage?> FindPageByTitleAsync(ConfluenceSpace space, string title, CancellationToken cancellation);

    Task<ConfluencePage?> FindPageAsync(string id, int? version, CancellationToken cancellation);

    Task<bool> HasDraftAsync(string id, CancellationToken cancellation);

    Task<ConfluencePage?> CreatePageAsync(NewPage page, CancellationToken cancellation);

    Task<ConfluencePage?> UpdatePageAsync(PageChange change, CancellationToken cancellation);

    Task<ConfluenceFolder?> FindFolderAsync(string id, CancellationToken cancellation);

    Task<IReadOnlyList<string>> ListLabelsAsync(string pageId, CancellationToken cancellation);

    Task<IReadOnlyList<ConfluenceAttachment>> ListAttachmentsAsync(string pageId, CancellationToken cancellation);

    string DownloadTarget(ConfluenceAttachment attachment);

    Task<IReadOnlyList<ConfluenceComment>> ListCommentsAsync(string pageId, bool inline, CancellationToken cancellation);

    Task<ConfluenceComment> AddCommentAsync(string pageId, string body, CancellationToken cancellation);

    Task<ConfluenceProperty?> FindPropertyAsync(string pageId, string key, CancellationToken cancellation);

    Task<bool> PutPropertyAsync(string pageId, string key, JsonElement value, ConfluenceProperty? known, CancellationToken cancellation);

    Task<IReadOnlyDictionary<string, string>> NamesOfAsync(IReadOnlyList<string> users, CancellationToken cancellation);
}
