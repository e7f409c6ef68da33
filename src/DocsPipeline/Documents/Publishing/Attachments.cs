using System.Collections.Concurrent;

namespace DocsPipeline.Documents.Publishing;

/// <summary>The files that publications may use, each read and hashed once, however many use it. Safe to use from several
/// threads.</summary>
internal sealed class Attachments(IReadOnlyDictionary<string, ContentFile> files)
{
    private readonly ConcurrentDictionary<string, Lazy<Attachment?>> known = new(StringComparer.Ordinal);

    /// <summary>Null for a file that is not there or may not be published.</summary>
    public Attachment? Find(string path) => files.TryGetValue(path, out var file)
        ? known.GetOrAdd(path, _ => new Lazy<Attachment?>(() => Attachment.Of(file))).Value
        : null;
}
