using DocsPipeline.Diagnostics;

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
    private readonly Dictionary<string, ContentFile> attachments = new(StringComparer.Ordinal);

    private DocumentSet()
    {
    }

    /// <summary>In order of their paths.</summary>
    public IReadOnlyList<Document> Documents { get; private init; } = [];

    /// <summary>How many there are, those included that could not be read.</summary>
    public int Count => Documents.Count
        + Diagnostics.Select(diagnostic => diagnostic.Path).Distinct().Count(path => !byPath.ContainsKey(path));

    public IReadOnlyDictionary<string, Document> ByPath => byPath;

    /// <summary>By id; where two documents claim one, the first by path, and a diagnostic.</summary>
    public IReadOnlyDictionary<string, Document> ById => byId;

    /// <summary>Files below <c>content/</c> that are not documents, by path.</summary>
    public IReadOnlyDictionary<string, ContentFile> Attachments => attachments;

    public IReadOnlyList<Diagnostic> Diagnostics { get; private init; } = [];

    public bool IsComplete => !Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>Reads every <c>content/**/*.md</c> among the files, in parallel.</summary>
    public static DocumentSet Load(IEnumerable<ContentFile> files)
    {
        var content = files.Where(file => file.Path.StartsWith(Root, StringComparison.Ordinal)).OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        var read = content
            .Where(file => file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
            .AsParallel().AsOrdered()
            .Select(file =>
            {
                var faults = new List<Diagnostic>();
                return (Document: DocumentReader.Read(file, faults), Faults: faults);
            })
            .ToList();
        var diagnostics = read.SelectMany(result => result.Faults).ToList();
        var documents = read.Select(result => result.Document).OfType<Document>().ToList();
        var set = new DocumentSet { Documents = documents, Diagnostics = diagnostics };
        foreach (var document in documents)
        {
            set.byPath[document.Path] = document;
            if (!set.byId.TryAdd(document.Id.Value, document))
            {
                diagnostics.Add(Catalogue.FrontMatter.IdIsTaken.At(document.Path, document.FrontMatter.SpanOf("id"),
                    $"id `{document.Id}` belongs to another document", help: "give this document an id of its own",
                    notes: $"{set.byId[document.Id.Value].Path} has it already"));
            }
        }

        foreach (var file in content.Where(file => !file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && file.Path != Settings.PipelineSettings.Path))
        {
            set.attachments[file.Path] = file;
        }

        return set;
    }
}
