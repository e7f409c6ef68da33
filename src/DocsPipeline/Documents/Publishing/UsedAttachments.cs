namespace DocsPipeline.Documents.Publishing;

/// <summary>The files that one publication uses, once each, addressed by the hash of what is sent.</summary>
internal sealed class UsedAttachments(Attachments all)
{
    private readonly SortedDictionary<string, Attachment> used = new(StringComparer.Ordinal);

    public IReadOnlyList<Attachment> Used => [.. used.Values];

    /// <summary><c>attachment:{sha256}</c>, or null for a file that is not there or may not be published.</summary>
    public string? AddressOf(string path, bool image)
    {
        if (all.Find(path) is not { } attachment || (image && !attachment.IsImage))
        {
            return null;
        }

        used[path] = attachment;
        return $"attachment:{attachment.Sha256}";
    }
}
