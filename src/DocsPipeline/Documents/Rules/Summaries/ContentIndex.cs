using System.Collections.Concurrent;
using DocsPipeline.Documents.Access;

namespace DocsPipeline.Documents.Rules.Summaries;

/// <summary>All documents of a snapshot, to be looked up: what they say of each other is held against this. Every answer costs the same,
/// however many documents there are.</summary>
internal sealed class ContentIndex
{
    private readonly Dictionary<string, KnownSummary> byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownSummary> byId = new(StringComparer.Ordinal);
    private readonly IReadOnlySet<string> attachments;
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, Readers>> anchors = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, NameIndex> anchorNames = new(StringComparer.Ordinal);
    private readonly Lazy<FileNames> documentNames;
    private readonly Lazy<FileNames> attachmentNames;
    private readonly Lazy<NameIndex> ids;
    private readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> circles;

    /// <param name="documents">In order of their paths: of two with one id, the first has it.</param>
    /// <param name="attachments">The paths of the files beside them.</param>
    /// <param name="access">Who may read what.</param>
    public ContentIndex(IReadOnlyList<KnownSummary> documents, IReadOnlySet<string> attachments, Readership access)
    {
        (this.attachments, Access) = (attachments, access);
        foreach (var document in documents)
        {
            byPath[document.Path] = document;
            if (document.Id is { } id)
            {
                byId.TryAdd(id, document);
            }
        }

        documentNames = new(() => new FileNames(documents.Where(document => document.Id is not null).Select(document => document.Path)));
        attachmentNames = new(() => new FileNames(attachments));
        ids = new(() => new NameIndex(byId.Keys));
        circles = new(() => Supersessions.Circles(byId));
    }

    public Readership Access { get; }

    /// <summary>A document by its path; also one that could not be read, without an id then.</summary>
    public DocumentInterface? AtPath(string path) => byPath.GetValueOrDefault(path)?.Summary;

    /// <summary>The path of the document that has the id, or null.</summary>
    public string? PathOf(string id) => byId.GetValueOrDefault(id)?.Path;

    public bool HasAttachment(string path) => attachments.Contains(path);

    /// <summary>What can be linked to in a document, with who may know it.</summary>
    public IReadOnlyDictionary<string, Readers> AnchorsOf(DocumentInterface document) => anchors.GetOrAdd(
        document.Path, (_, from) =>
            from.Anchors.ToDictionary(anchor => anchor.Name, anchor => anchor.Readers, StringComparer.Ordinal), document);

    /// <summary>The ids that supersede each other in a circle, by the first of them in order, beginning with it.</summary>
    public IReadOnlyList<string>? CircleFrom(string id) => circles.Value.GetValueOrDefault(id);

    /// <summary>The path that somebody may have meant, or null.</summary>
    public string? NearestDocument(string path) => documentNames.Value.Nearest(path);

    public string? NearestAttachment(string path) => attachmentNames.Value.Nearest(path);

    public string? NearestId(string id) => ids.Value.Nearest(id);

    public string? NearestAnchor(DocumentInterface document, string anchor) =>
        anchorNames.GetOrAdd(document.Path, (_, from) => new NameIndex(from.Anchors.Select(known => known.Name)), document).Nearest(anchor);
}
