using DocsPipeline.Documents;
using DocsPipeline.Documents.Publishing;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Sync.Pages;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Publish.WriteBack;

/// <summary>
/// The files that a page needs from git: those that it shows and has not, and those that git changed since page and document agreed. A file
/// that writers replaced meanwhile stays: Export brings it.
/// </summary>
/// <param name="confluence">Where the page's files are.</param>
/// <param name="documents">The documents of the commit, with their files.</param>
/// <param name="findAt">A file as it was at a commit, by path; null where there was none.</param>
internal sealed class FileUpdates(
    ConfluenceClient confluence, DocumentSet documents, Func<string, string, CancellationToken, Task<ContentFile?>> findAt)
{
    private static readonly StorageFormatToMarkdown Converter = new();

    private readonly ILookup<string, ContentFile> byFolder =
        documents.Attachments.Values.ToLookup(file => file.Path[..file.Path.LastIndexOf('/')]);

    /// <summary>The files in the folder beside a document, in order of their paths.</summary>
    public IEnumerable<ContentFile> Of(Document document) =>
        byFolder[$"{document.Folder}{PageMap.FolderOf(document.Path)}"].OrderBy(file => file.Path, StringComparer.Ordinal);

    public async Task<PageEdit> AddToAsync(PageEdit edit, string? agreedAt, CancellationToken cancellation)
    {
        var own = Of(edit.Document).ToDictionary(file => file.Path[(file.Path.LastIndexOf('/') + 1)..]);
        var shown = own.Count == 0
            ? []
            : Converter.Convert(edit.Body, new ConversionOptions()).Attachments
                .Where(name => own.ContainsKey(AttachmentName.ToFile(name))).Distinct().ToList();
        var attached = shown.Count == 0 ? [] : await confluence.ListAttachmentsAsync(edit.Page.Id, cancellation);
        var updates = new List<PageFile>();
        foreach (var name in shown)
        {
            var file = own[AttachmentName.ToFile(name)];
            var known = attached.FirstOrDefault(attachment => AttachmentName.AreSame(attachment.FileName, name));
            if (known is null || (agreedAt is not null && await ReplacesAsync(file, known, agreedAt, cancellation)))
            {
                updates.Add(new PageFile(name, file, MediaType.Find(file.Path)?.Name ?? "application/octet-stream"));
            }
        }

        return edit with { Files = updates };
    }

    private async Task<bool> ReplacesAsync(ContentFile file, ConfluenceAttachment known, string agreedAt, CancellationToken cancellation) =>
        await findAt(agreedAt, file.Path, cancellation) is { } before
        && Digest.Of(before) is var digest
        && digest != Digest.Of(file)
        && digest == Digest.Of((await confluence.DownloadAsync(known, cancellation)).Span);
}
