using System.Collections.Concurrent;

namespace DocsPipeline.Documents.Rules.Summaries;

/// <summary>A summary with the digest of the file that it was made from.</summary>
internal sealed record KnownSummary(string Digest, DocumentSummary Summary);

/// <summary>The summaries that a run begins with, and those that it ends with. Safe to use from several threads.</summary>
internal sealed class KnownSummaries(string key, IReadOnlyDictionary<string, KnownSummary> before, Action<byte[]> write)
{
    private readonly ConcurrentDictionary<string, KnownSummary> now = new(StringComparer.Ordinal);
    private int made;

    /// <summary>Whether an earlier run had the same settings and schemas, and found them valid.</summary>
    public bool AreCurrent => !ReferenceEquals(before, SummaryFile.Nothing);

    /// <summary>What is known about the file as it is now; worked out by <paramref name="make"/> where nothing is.</summary>
    public DocumentSummary GetOrAdd(ContentFile file, Func<ContentFile, DocumentSummary> make)
    {
        // Read once: what is hashed must be what is looked at.
        if (file.Length > DocumentReader.MaxBytes)
        {
            return make(file);
        }

        var held = new ContentFile(file.Path, file.Bytes);
        var digest = Digest.Of(held.Bytes.Span);
        if (!before.TryGetValue(file.Path, out var known) || known.Digest != digest)
        {
            Interlocked.Increment(ref made);
            known = new KnownSummary(digest, make(held));
        }

        now[file.Path] = known;
        return known.Summary;
    }

    /// <summary>Writes what is known now where that is not what was known before.</summary>
    public void Save()
    {
        if (made > 0 || now.Count != before.Count)
        {
            write(SummaryFile.Write(key, now.Values));
        }
    }
}
