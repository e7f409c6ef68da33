using System.Collections.Concurrent;
using System.Text;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Markdown.Html;
using DocsPipeline.Documents.Publishing;
using DocsPipeline.Documents.Settings;

namespace DocsPipeline.Documents.Snapshots;

/// <summary>
/// The content of one folder or commit: settings, kinds, documents and their trees, each read and parsed once, when it is first asked for.
/// Settings or schemas that are broken throw <c>PipelineException</c> there; faults of documents are in <see cref="DocumentSet.Diagnostics"/>.
/// Safe to use from several threads.
/// </summary>
public sealed class ContentSnapshot
{
    private readonly ConcurrentDictionary<string, DocumentTree> trees = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, Readers>> anchors = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, ContentFile>> byPath;
    private readonly Lazy<PipelineSettings> settings;
    private readonly Lazy<KindCatalogue> kinds;
    private readonly Lazy<DocumentSet> documents;
    private readonly Lazy<Readership> access;
    private readonly Lazy<HashSet<string>> broken;

    /// <param name="files">Everything below <c>content/</c> and <c>schemas/</c>.</param>
    public ContentSnapshot(IReadOnlyList<ContentFile> files)
        : this(
            files,
            new Lazy<PipelineSettings>(() => PipelineSettingsReader.Read(files)),
            new Lazy<KindCatalogue>(() => KindCatalogue.Load(files)),
            new Lazy<DocumentSet>(() => DocumentSet.Load(files)))
    {
    }

    /// <summary>Of parts that are at hand.</summary>
    internal ContentSnapshot(PipelineSettings settings, KindCatalogue kinds, DocumentSet documents)
        : this([], new Lazy<PipelineSettings>(settings), new Lazy<KindCatalogue>(kinds), new Lazy<DocumentSet>(documents))
    {
    }

    private ContentSnapshot(
        IReadOnlyList<ContentFile> files, Lazy<PipelineSettings> settings, Lazy<KindCatalogue> kinds, Lazy<DocumentSet> documents)
    {
        Files = files;
        byPath = new Lazy<Dictionary<string, ContentFile>>(() => files.ToDictionary(file => file.Path, StringComparer.Ordinal));
        (this.settings, this.kinds, this.documents) = (settings, kinds, documents);
        access = new Lazy<Readership>(() => new Readership(Kinds, Settings));
        broken = new Lazy<HashSet<string>>(() => [.. Documents.Diagnostics.Select(diagnostic => diagnostic.Path)]);
    }

    public IReadOnlyList<ContentFile> Files { get; }

    public PipelineSettings Settings => settings.Value;

    public KindCatalogue Kinds => kinds.Value;

    public DocumentSet Documents => documents.Value;

    /// <summary>Who may read what.</summary>
    public Readership Access => access.Value;

    public DocumentTree TreeOf(Document document) => trees.GetOrAdd(document.Path, _ =>
        MarkdownReader.Read(document.Body, Kinds.TryGet(document.Kind, out var kind) ? kind.Publication.For(document) : PublicationRule.Never));

    /// <summary>What can be linked to in a document, with who may know it.</summary>
    public IReadOnlyDictionary<string, Readers> AnchorsOf(Document document) =>
        anchors.GetOrAdd(document.Path, _ => Anchors.Labelled(TreeOf(document).Nodes));

    /// <summary>Whether a file is there and could not be read as a document, which has been said already.</summary>
    public bool IsBroken(string path) => broken.Value.Contains(path);

    /// <summary>A file's text as it stands in this snapshot, or null where it has no such file.</summary>
    public string? TextOf(string path) => byPath.Value.TryGetValue(path, out var file) ? Encoding.UTF8.GetString(file.Bytes.Span) : null;
}
