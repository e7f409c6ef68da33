using System.Security.Cryptography;
using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Export.Loading;
using DocsPipeline.Flows.Export.Sorting;
using DocsPipeline.Sync.Pages;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Flows.Export.Comparing;

/// <summary>Brings the files that a page uses beside its document; what has the same content already is not written again.</summary>
internal sealed class AttachmentCollector(ConfluenceClient confluence, DocumentIndex documents, PageStore store, BlobWriter writer)
{
    private static readonly HashSet<string> Accepted = new(StringComparer.OrdinalIgnoreCase)
    {
        ".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf", ".csv", ".tsv", ".txt", ".md", ".json", ".xml", ".xsd", ".yml", ".yaml",
        ".edi", ".x12", ".edifact", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".zip",
        ".cer", ".crt", ".pem", ".p7b", ".p7c", ".ics",
    };

    /// <summary>Whether the repository has a file at this path.</summary>
    public bool IsThere(string path) => documents.Blobs.ContainsKey(path);

    /// <summary>
    /// The files to write for the names that the page's Markdown uses, and when the newest of the used ones was put there.
    /// </summary>
    public async Task<(IReadOnlyList<TreeChange> Changes, DateTimeOffset? Newest)> CollectAsync(
        PageCandidate candidate, IReadOnlyList<string> names, ICollection<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        if (names.Count == 0)
        {
            return ([], null);
        }

        var changes = new List<TreeChange>();
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        DateTimeOffset? newest = null;
        var attachments = await confluence.ListAttachmentsAsync(candidate.Page.Id, cancellation);
        foreach (var name in names.Distinct())
        {
            var attachment = attachments.FirstOrDefault(file => file.FileName == name)
                ?? attachments.FirstOrDefault(file => AttachmentName.AreSame(file.FileName, name));
            var target = PageMap.FileOf(candidate.Path, name);
            if ((Objection(attachment, name) ?? Collision(taken, target, attachment!, name)) is { } objection)
            {
                diagnostics.Add(NotTaken(candidate, attachment, name, objection));
            }
            else if (taken.TryAdd(target, attachment!.Id))
            {
                newest = attachment.ModifiedAt > newest || newest is null ? attachment.ModifiedAt : newest;
                changes.Add(await TakeAsync(attachment, target, cancellation));
            }
        }

        return ([.. changes.Where(change => documents.Blobs.GetValueOrDefault(change.Path) != change.Blob)], newest);
    }

    /// <summary>The files to write for attachments that changed while their page did not.</summary>
    public async Task<IReadOnlyList<TreeChange>> RefreshAsync(
        PageCandidate candidate, ICollection<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var changes = new List<TreeChange>();
        foreach (var attachment in candidate.NewerFiles)
        {
            if (Objection(attachment, attachment.FileName) is { } objection)
            {
                diagnostics.Add(NotTaken(candidate, attachment, attachment.FileName, objection));
                continue;
            }

            changes.Add(await TakeAsync(attachment, PageMap.FileOf(candidate.Path, attachment.FileName), cancellation));
        }

        return [.. changes.Where(change => documents.Blobs.GetValueOrDefault(change.Path) != change.Blob)];
    }

    private async Task<TreeChange> TakeAsync(ConfluenceAttachment attachment, string target, CancellationToken cancellation)
    {
        var key = PageStore.KeyOf(attachment);
        if (!store.Has(key))
        {
            await store.PutAsync(key, await confluence.DownloadAsync(attachment, cancellation), cancellation);
        }

        // The same bytes need not be stored again; git names them by their hash.
        await using var file = store.OpenRead(key);
        if (documents.Blobs.TryGetValue(target, out var known) && known == await IdOfAsync(file, known.Length, cancellation))
        {
            return TreeChange.Stored(target, known);
        }

        file.Position = 0;
        return TreeChange.Stored(target, await writer.PutAsync(file, cancellation));
    }

    private static async Task<string> IdOfAsync(Stream file, int length, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(length == 40 ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes($"blob {file.Length}\0"));
        var buffer = new byte[1 << 16];
        while (await file.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            hash.AppendData(buffer.AsSpan(0, read));
        }

        return System.Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string? Objection(ConfluenceAttachment? attachment, string name) => attachment switch
    {
        null => $"`{RemoteFault.OneLine(name)}` is not attached to the page",
        { Size: > ConfluenceClient.AttachmentLimit } => $"`{RemoteFault.OneLine(name)}` is larger than 25 MiB",
        _ when !Accepted.Contains(Path.GetExtension(AttachmentName.ToFile(name))) =>
            $"files of the type of `{RemoteFault.OneLine(name)}` are not taken over",
        _ => null,
    };

    private static string? Collision(Dictionary<string, string> taken, string target, ConfluenceAttachment attachment, string name) =>
        taken.GetValueOrDefault(target, attachment.Id) == attachment.Id
            ? null
            : $"`{RemoteFault.OneLine(name)}` would be the same file as another attachment of the page";

    private static Diagnostic NotTaken(PageCandidate candidate, ConfluenceAttachment? attachment, string name, string objection) =>
        Catalogue.Export.AttachmentIsNotTaken.At(candidate.Page.Url.AbsoluteUri, SourceSpan.Start, objection, help: Help(attachment, name));

    private static string Help(ConfluenceAttachment? attachment, string name) => attachment is null
        ? $"attach `{RemoteFault.OneLine(name)}` to the page, or take it out of the page"
        : $"replace `{RemoteFault.OneLine(name)}` by a smaller file or an accepted type, or take it out of the page";
}
