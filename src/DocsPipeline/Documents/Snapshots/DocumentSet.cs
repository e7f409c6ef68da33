using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Settings;

namespace DocsPipeline.Documents.Snapshots;

/// <summary>
/// All documents of one commit or folder, indexed, with the other files beside them. Built completely or with the diagnostics that say
/// what is missing: a caller that must not act on half a set asks <see cref="IsComplete"/>.
/// </summary>
public sealed class DocumentSet
{
    public const string Root = "content/";

    private readonly Dictionary<string, Document> byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Document> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Diagnostic>> faults;

    private DocumentSet(Dictionary<string, IReadOnlyList<Diagnostic>> faults) => this.faults = faults;

    /// <summary>In order of their paths.</summary>
    public IReadOnlyList<Document> Documents { get; private init; } = [];

    public IReadOnlyDictionary<string, Document> ByPath => byPath;

    /// <summary>By id; where two documents claim one, the first by path, and a diagnostic.</summary>
    public IReadOnlyDictionary<string, Document> ById => byId;

    /// <summary>Files below <c>content/</c> that are not documents, by path.</summary>
    public IReadOnlyDictionary<string, ContentFile> Attachments { get; private init; } = new Dictionary<string, ContentFile>();

    public IReadOnlyList<Diagnostic> Diagnostics { get; private init; } = [];

    public bool IsComplete => !Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>Reads every <c>content/**/*.md</c> among the files, in parallel.</summary>
    public static DocumentSet Load(IEnumerable<ContentFile> files)
    {
        var all = files.ToList();
        var read = all.Where(file => IsDocument(file.Path)).OrderBy(file => file.Path, StringComparer.Ordinal)
            .AsParallel().AsOrdered()
            .Select(file =>
            {
                var faults = new List<Diagnostic>();
                return (file.Path, Document: DocumentReader.Read(file, faults), Faults: faults);
            })
            .ToList();
        var diagnostics = read.SelectMany(result => result.Faults).ToList();
        var set = new DocumentSet(read.Where(result => result.Faults.Count > 0)
            .ToDictionary(result => result.Path, result => (IReadOnlyList<Diagnostic>)result.Faults, StringComparer.Ordinal))
        {
            Documents = [.. read.Select(result => result.Document).OfType<Document>()],
            Attachments = all.Where(file => IsAttachment(file.Path)).ToDictionary(file => file.Path, StringComparer.Ordinal),
            Diagnostics = diagnostics,
        };
        foreach (var document in set.Documents)
        {
            set.byPath[document.Path] = document;
            if (!set.byId.TryAdd(document.Id.Value, document))
            {
                var first = set.byId[document.Id.Value].Path;
                diagnostics.Add(DocumentId.IsTaken(document.Path, document.FrontMatter.SpanOf("id"), document.Id.Value, first));
            }
        }

        return set;
    }

    /// <summary>What was wrong with a file that it could not be read as a document.</summary>
    internal IReadOnlyList<Diagnostic> FaultsOf(string path) => faults.GetValueOrDefault(path, []);

    internal static bool IsDocument(string path) => IsContent(path) && path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    internal static bool IsAttachment(string path) => IsContent(path) && !IsDocument(path) && path != PipelineSettings.Path;

    private static bool IsContent(string path) => path.StartsWith(Root, StringComparison.Ordinal);
}
