namespace DocsPipeline.Documents.Publishing;

/// <summary>The files that one publication uses, once each, addressed by the hash of what is sent.</summary>
internal sealed class Attachments(IReadOnlyDictionary<string, ContentFile> files)
{
    private readonly SortedDictionary<string, Attachment> used = new(StringComparer.Ordinal);

    public IReadOnlyList<Attachment> Used => [.. used.Values];

    /// <summary><c>attachment:{sha256}</c>, or null for a file that is not there or may not be published.</summary>
    public string? AddressOf(string path, bool image)
    {
        if (!used.TryGetValue(path, out var attachment))
        {
            if (!files.TryGetValue(path, out var file) || MediaType.Find(path) is not { } type
                || file.Bytes.Length > MediaType.MaxBytes || !type.Fits(file.Bytes.Span)
                || CleanImage.Of(type, file.Bytes) is not { } bytes)
            {
                return null;
            }

            var name = path[(path.LastIndexOf('/') + 1)..];
            attachment = new Attachment(path, name, type.Name, Digest.Of(bytes.Span), bytes);
            if (image && !type.IsImage)
            {
                return null;
            }

            used[path] = attachment;
        }

        return image && !attachment.MediaType.StartsWith("image/", StringComparison.Ordinal) ? null : $"attachment:{attachment.Sha256}";
    }
}
