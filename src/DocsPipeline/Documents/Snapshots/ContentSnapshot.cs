using System.Collections.Concurrent;
using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Settings;

namespace DocsPipeline.Documents.Snapshots;

/// <summary>
/// The content of one folder or commit: settings, kinds, documents and their trees, each read and parsed once, when it is first asked for.
/// Settings or schemas that are broken throw <c>PipelineException</c> there; faults of documents are in <see
/// cref="DocumentSet.Diagnostics"/>. Files beside documents stay where they are. Safe to use from several threads.
/// </summary>
public sealed class ContentSnapshot
{
    private readonly ConcurrentDictionary<string, DocumentTree> trees = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, ContentFile>> byPath;
    private readonly Lazy<PipelineSettings> settings;
    private readonly Lazy<KindCatalogue> kinds;
    private readonly Lazy<DocumentSet> documents;
    private readonly Lazy<Readership> access;
    private bool settingsAreValid;

    /// <param name="files">Everything below <c>content/</c> and <c>schemas/</c>.</param>
    public ContentSnapshot(IReadOnlyList<ContentFile> files)
    {
        Files = files;
        DocumentFiles = [.. files.Where(file => DocumentSet.IsDocument(file.Path)).OrderBy(file => file.Path, StringComparer.Ordinal)];
        Attachments = files.Where(file => DocumentSet.IsAttachment(file.Path)).ToDictionary(file => file.Path, StringComparer.Ordinal);
        byPath = new(() => files.ToDictionary(file => file.Path, StringComparer.Ordinal));
        settings = new(() => PipelineSettingsReader.Read(files, settingsAreValid));
        kinds = new(() => KindCatalogue.Load(files));
        documents = new(() => DocumentSet.Load(files));
        access = new(() => new Readership(Kinds, Settings));
    }

    /// <summary>Of parts that are at hand.</summary>
    internal ContentSnapshot(PipelineSettings settings, KindCatalogue kinds, DocumentSet documents)
        : this([])
    {
        Attachments = documents.Attachments;
        this.settings = new(settings);
        this.kinds = new(kinds);
        this.documents = new(documents);
    }

    /// <summary>
    /// Whether documents and the trees of those that are published stay in memory for whoever asks again. Without it each is read when it
    /// is asked for and let go: whoever looks at each document once need not hold them all.
    /// </summary>
    public bool KeepsDocuments { get; init; } = true;

    public IReadOnlyList<ContentFile> Files { get; }

    /// <summary>The files of documents, read or not, in order of their paths.</summary>
    public IReadOnlyList<ContentFile> DocumentFiles { get; }

    /// <summary>The files beside them, by path.</summary>
    public IReadOnlyDictionary<string, ContentFile> Attachments { get; }

    public PipelineSettings Settings => settings.Value;

    public KindCatalogue Kinds => kinds.Value;

    public DocumentSet Documents => documents.Value;

    /// <summary>Who may read what.</summary>
    public Readership Access => access.Value;

    public DocumentTree TreeOf(Document document) =>
        KeepsDocuments && Access.IsPublished(document) ? trees.GetOrAdd(document.Path, _ => Parse(document)) : Parse(document);

    /// <summary>A file's text as it stands in this snapshot, as much of it as a document may have; null where there is no such
    /// file.</summary>
    public string? TextOf(string path)
    {
        if (!byPath.Value.TryGetValue(path, out var file))
        {
            return null;
        }

        using var stream = file.OpenRead();
        var bytes = new byte[Math.Min(file.Length, DocumentReader.MaxBytes)];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(bytes, 0, read);
    }

    /// <summary>Spares the settings their schema: a run of the same program held these very files against it. To be said before they are
    /// read.</summary>
    internal void TrustSettings() => settingsAreValid = true;

    /// <summary>The document of one of <see cref="DocumentFiles"/>, or null after at least one diagnostic.</summary>
    internal Document? Read(ContentFile file, ICollection<Diagnostic> faults)
    {
        if (!KeepsDocuments)
        {
            return DocumentReader.Read(file, faults);
        }

        foreach (var fault in Documents.FaultsOf(file.Path))
        {
            faults.Add(fault);
        }

        return Documents.ByPath.GetValueOrDefault(file.Path);
    }

    private DocumentTree Parse(Document document) =>
        MarkdownReader.Read(
            document.Body, Kinds.TryGet(document.Kind, out var kind) ? kind.Publication.For(document) : PublicationRule.Never);
}
