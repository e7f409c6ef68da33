using System.Collections.Concurrent;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Markdown.Html;
using DocsPipeline.Documents.Markdown.Publishing;
using DocsPipeline.Documents.Settings;

namespace DocsPipeline.Flows.Validate;

/// <summary>Everything that a document is held against.</summary>
internal sealed class Library(DocumentSet documents, KindCatalogue kinds, PipelineSettings settings, DateOnly today)
{
    private readonly ConcurrentDictionary<string, DocumentTree> trees = new(StringComparer.Ordinal);
    private readonly HashSet<string> broken = [.. documents.Diagnostics.Select(diagnostic => diagnostic.Path)];
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, Readers>> anchors = new(StringComparer.Ordinal);

    public DocumentSet Documents { get; } = documents;

    public KindCatalogue Kinds { get; } = kinds;

    public PipelineSettings Settings { get; } = settings;

    public Readership Readership { get; } = new(kinds, settings);

    public DateOnly Today { get; } = today;

    public DocumentTree TreeOf(Document document) => trees.GetOrAdd(document.Path, _ =>
        MarkdownReader.Read(document.Body, Kinds.TryGet(document.Kind, out var kind) ? kind.Publication.For(document) : PublicationRule.Never));

    /// <summary>Whether a file is there and could not be read as a document, which has been said already.</summary>
    public bool IsBroken(string path) => broken.Contains(path);

    /// <summary>What can be linked to in a document, with who may know it.</summary>
    public IReadOnlyDictionary<string, Readers> AnchorsOf(Document document) => anchors.GetOrAdd(document.Path, _ => Anchors.Labelled(TreeOf(document).Nodes));
}
