using System.Buffers;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Rules.Summaries;

/// <summary>What a run begins with: the summaries of an earlier one, and what that found. Safe to use from several threads.</summary>
internal sealed class KnownSummaries(string key, SummaryFile before, Action<byte[]> write)
{
    /// <summary>Whether an earlier run had the same settings and schemas, and found them valid.</summary>
    public bool AreCurrent => !ReferenceEquals(before, SummaryFile.Nothing);

    /// <summary>What is known about the file as it is now; worked out by <paramref name="make"/> where nothing is.</summary>
    public KnownSummary GetOrAdd(ContentFile file, Func<ContentFile, DocumentSummary> make)
    {
        if (file.Length > DocumentReader.MaxBytes)
        {
            return new KnownSummary("", make(file));
        }

        // Read once: what is hashed must be what is looked at.
        var buffer = ArrayPool<byte>.Shared.Rent((int)file.Length);
        try
        {
            var bytes = buffer.AsMemory(0, file.Read(buffer.AsSpan(0, (int)file.Length)));
            var digest = Digest.Of(bytes.Span);
            return before.Documents.TryGetValue(file.Path, out var known) && known.Digest == digest
                ? known
                : new KnownSummary(digest, make(new ContentFile(file.Path, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// The documents that must be held against the others again, and what the earlier run found about the rest: where nothing changed,
    /// none; where those that changed offer the others the same as before, only they; otherwise all.
    /// </summary>
    public (IReadOnlyList<KnownSummary> Stale, IReadOnlyList<Diagnostic> Found) Compare(
        IReadOnlyList<KnownSummary> documents, IEnumerable<string> attachments)
    {
        var changed = documents.Where(document => !ReferenceEquals(Before(document), document)).ToList();
        var isLocal = AreCurrent && documents.Count == before.Documents.Count && DigestOf(attachments) == before.Beside
            && changed.All(document => Before(document)?.Summary.OffersTheSameAs(document.Summary) == true);
        if (!isLocal)
        {
            return (documents, []);
        }

        var paths = changed.Select(document => document.Path).ToHashSet(StringComparer.Ordinal);
        return (changed, [.. before.Found.Where(diagnostic => !paths.Contains(diagnostic.Path))]);
    }

    /// <summary>Writes what is known now; what was found is asked for last, so that it can be worked out meanwhile.</summary>
    public void Save(
        IReadOnlyCollection<KnownSummary> documents, IEnumerable<string> attachments, Func<IReadOnlyList<Diagnostic>> found) =>
        write(before.Followed(key, documents, DigestOf(attachments), found));

    private KnownSummary? Before(KnownSummary document) => before.Documents.GetValueOrDefault(document.Path);

    private static string DigestOf(IEnumerable<string> paths) => Digest.Of(string.Join('\n', paths.Order(StringComparer.Ordinal)));
}
