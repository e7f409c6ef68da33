using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Confluence.Pages;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Flows.Export;

/// <summary>Brings the files that a page uses beside its document; what is the same already is not written again.</summary>
internal sealed class AttachmentCollector(ConfluenceClient confluence, IReadOnlyDictionary<string, ContentFile> files)
{
    private static readonly HashSet<string> Accepted = new(StringComparer.OrdinalIgnoreCase)
    {
        ".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf", ".csv", ".tsv", ".txt", ".md", ".json", ".xml", ".xsd", ".yml", ".yaml", ".edi", ".x12", ".edifact",
        ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".zip", ".cer", ".crt", ".pem", ".p7b", ".p7c", ".ics",
    };

    public async Task<IReadOnlyList<TreeChange>> CollectAsync(
        ConfluencePage page, string path, IReadOnlyList<string> names, ICollection<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (names.Count == 0)
        {
            return [];
        }

        var changes = new List<TreeChange>();
        var attachments = await confluence.ListAttachmentsAsync(page.Id, cancellation);
        foreach (var name in names.Distinct())
        {
            var attachment = attachments.FirstOrDefault(file => AttachmentName.AreSame(file.FileName, name));
            if (Objection(attachment, name) is { } objection)
            {
                diagnostics.Add(Catalogue.Export.AttachmentIsNotTaken.At(page.Url.AbsoluteUri, SourceSpan.Start, objection));
                continue;
            }

            var target = $"{path[..(path.LastIndexOf('/') + 1)]}{PageMap.FolderOf(path)}/{AttachmentName.ToFile(name)}";
            var bytes = await confluence.DownloadAsync(attachment!, cancellation);
            if (!files.TryGetValue(target, out var known) || !known.Bytes.Span.SequenceEqual(bytes.Span))
            {
                changes.Add(TreeChange.Put(target, bytes));
            }
        }

        return changes;
    }

    private static string? Objection(ConfluenceAttachment? attachment, string name) => attachment switch
    {
        null => $"`{RemoteFault.OneLine(name)}` is not attached to the page",
        { Size: > ConfluenceClient.AttachmentLimit } => $"`{RemoteFault.OneLine(name)}` is larger than 25 MiB",
        _ => Accepted.Contains(Path.GetExtension(AttachmentName.ToFile(name))) ? null : $"files of the type of `{RemoteFault.OneLine(name)}` are not taken over",
    };
}
