namespace DocsPipeline.Documents.Rules.Summaries;

/// <summary>
/// A summary with the digest of the file that it was made from. One that an earlier run wrote down is read when it is asked for: a run that
/// finds little changed reads few.
/// </summary>
internal sealed class KnownSummary
{
    private readonly Lazy<DocumentSummary> summary;

    /// <summary>Of this run.</summary>
    public KnownSummary(string digest, DocumentSummary made)
    {
        (Path, Digest, Id, Supersedes) = (made.Path, digest, made.Id, made.Supersedes);
        summary = new(made);
    }

    /// <summary>Of an earlier run.</summary>
    public KnownSummary(SummaryRow row, ArraySegment<byte> written, string[] texts)
    {
        (Path, Digest, Id, Supersedes, Written) = (row.Path, row.Digest, row.Id, row.Supersedes, written);
        summary = new(() => SummaryReader.Read(written, texts));
    }

    public string Path { get; }

    public string Digest { get; }

    public string? Id { get; }

    public string? Supersedes { get; }

    /// <summary>As the earlier run wrote it; null for one of this run.</summary>
    public ArraySegment<byte>? Written { get; }

    public DocumentSummary Summary => summary.Value;
}

/// <summary>What stands of a summary in the index of the file.</summary>
/// <param name="Length">Of the summary, in bytes.</param>
internal readonly record struct SummaryRow(string Path, string Digest, string? Id, string? Supersedes, int Length);
