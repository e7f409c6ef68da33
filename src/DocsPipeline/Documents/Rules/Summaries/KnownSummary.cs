namespace DocsPipeline.Documents.Rules.Summaries;

/// <summary>A summary with the digest of the file that it was made from. One that is remembered is read when it is asked for: a run that
/// finds nothing changed reads none.</summary>
internal sealed class KnownSummary(string path, string digest, Func<DocumentSummary> read)
{
    private readonly Lazy<DocumentSummary> summary = new(read);

    public KnownSummary(string digest, DocumentSummary made)
        : this(made.Path, digest, () => made)
    {
    }

    public string Path { get; } = path;

    public string Digest { get; } = digest;

    public DocumentSummary Summary => summary.Value;
}
