using System.Buffers;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Rules.Summaries;

/// <summary>What a run begins with: the summaries of an earlier one, and what that found. Safe to use from several threads.</summary>
internal sealed class KnownSummaries(string key, SummaryFile before, Action<byte[]> write)
{
    private int made;

    /// <summary>Whether an earlier run had the same settings and schemas, and found them valid.</summary>
    public bool AreCurrent => !ReferenceEquals(before, SummaryFile.Nothing);

    /// <summary>What is known about the file as it is now; worked out by <paramref name="make"/> where nothing is.</summary>
    public KnownSummary GetOrAdd(ContentFile file, Func<ContentFile, DocumentSummary> make)
    {
        if (file.Length > DocumentReader.MaxBytes)
        {
            Interlocked.Increment(ref made);
            return new KnownSummary("", make(file));
        }

        // Read once: what is hashed must be what is looked at.
        var buffer = ArrayPool<byte>.Shared.Rent((int)file.Length);
        try
        {
            var bytes = buffer.AsMemory(0, file.Read(buffer.AsSpan(0, (int)file.Length)));
            var digest = Digest.Of(bytes.Span);
            if (before.Documents.TryGetValue(file.Path, out var known) && known.Digest == digest)
            {
                return known;
            }

            Interlocked.Increment(ref made);
            return new KnownSummary(digest, make(new ContentFile(file.Path, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>What the earlier run found, where every document is as it was then and the same files lie beside them; null
    /// otherwise.</summary>
    public IReadOnlyList<Diagnostic>? Unchanged(IReadOnlyCollection<KnownSummary> documents, IEnumerable<string> attachments) =>
        AreCurrent && made == 0 && documents.Count == before.Documents.Count && DigestOf(attachments) == before.Beside
            ? before.Found
            : null;

    /// <summary>Writes what is known now; what was found is asked for last, so that it can be worked out meanwhile.</summary>
    public void Save(
        IReadOnlyCollection<KnownSummary> documents, IEnumerable<string> attachments, Func<IReadOnlyList<Diagnostic>> found) =>
        write(SummaryFile.Write(key, documents, DigestOf(attachments), found));

    private static string DigestOf(IEnumerable<string> paths) => Digest.Of(string.Join('\n', paths.Order(StringComparer.Ordinal)));
}
