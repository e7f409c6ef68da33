using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Systems.Git;

namespace DocsPipeline.Flows.Export.Loading;

/// <summary>
/// All documents of a commit, a few words about each: five thousand texts would fill the memory, and an unchanged space needs none of them.
/// </summary>
internal sealed class DocumentIndex
{
    private readonly Dictionary<string, KnownDocument> byId = [];
    private readonly Dictionary<string, KnownDocument> byPage = [];
    private readonly Dictionary<string, string> blobs = [];

    private DocumentIndex()
    {
    }

    /// <summary>In order of their paths.</summary>
    public IEnumerable<KnownDocument> Documents => byId.Values;

    public IReadOnlyDictionary<string, KnownDocument> ById => byId;

    /// <summary>By the id of their page; where two documents name one page, the first by path.</summary>
    public IReadOnlyDictionary<string, KnownDocument> ByPage => byPage;

    /// <summary>Object ids of all files below <c>content/</c>, by path.</summary>
    public IReadOnlyDictionary<string, string> Blobs => blobs;

    /// <summary>Reads the documents of a commit or tree; throws with every document that cannot be read.</summary>
    public static async Task<DocumentIndex> LoadAsync(GitRepository git, string tree, CancellationToken cancellation)
    {
        var index = new DocumentIndex();
        var faults = new List<Diagnostic>();
        var files = await git.ListTreeAsync(tree, ["content"], cancellation);
        var texts = files.Where(file => file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)).ToList();
        var at = 0;
        await foreach (var file in git.ReadEachAsync(texts, cancellation))
        {
            if (DocumentReader.Read(file, faults) is { } document)
            {
                index.Add(KnownDocument.Of(document, texts[at]), document, faults);
            }

            at++;
        }

        foreach (var file in files)
        {
            index.blobs[file.Path] = file.Blob;
        }

        return faults.Exists(fault => fault.Severity == Severity.Error) ? throw new PipelineException(ExitCode.Errors, faults) : index;
    }

    private void Add(KnownDocument known, Document document, List<Diagnostic> faults)
    {
        if (!byId.TryAdd(known.Id, known))
        {
            faults.Add(Catalogue.FrontMatter.IdIsTaken.At(
                known.Path, document.FrontMatter.SpanOf("id"), $"id `{known.Id}` belongs to another document",
                help: "give this document an id of its own", notes: $"{byId[known.Id].Path} has it already"));
        }

        if (known.Confluence is { } source)
        {
            byPage.TryAdd(source.Page, known);
        }
    }
}
