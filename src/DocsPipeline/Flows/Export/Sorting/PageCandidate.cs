using DocsPipeline.Documents;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Yaml;
using DocsPipeline.Flows.Export.Loading;
using DocsPipeline.Flows.Export.Reporting;
using DocsPipeline.Sync.Pages;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Export.Sorting;

/// <summary>
/// A page that is a document: one that the repository knows, or a new one with the place it gets. The page is here without its body.
/// </summary>
internal sealed record PageCandidate(SpaceContent Space, ConfluencePage Page, string Id, string Path, KnownDocument? Existing)
{
    /// <summary>
    /// The version of the page that it and the document were last known to agree at; null for a page that was never exported.
    /// </summary>
    public int? AgreedVersion { get; init; }

    /// <summary>Of a new document only.</summary>
    public IReadOnlyDictionary<string, YamlNode> Fields { get; init; } = new Dictionary<string, YamlNode>();

    public Kind? Kind { get; init; }

    /// <summary>The body is what may have changed; otherwise only the page's place, its files or its return.</summary>
    public bool NeedsBody { get; init; }

    /// <summary>Nothing is to be done with the page in this run; other pages may still link to its document.</summary>
    public bool IsLeft { get; init; }

    /// <summary>Files of the page that are newer than those beside the document.</summary>
    public IReadOnlyList<ConfluenceAttachment> NewerFiles { get; init; } = [];

    /// <summary>The page differs from its document in what the listings tell; only then it is compared.</summary>
    public bool IsToCompare => NeedsBody || NewerFiles.Count > 0 || Existing?.Confluence is not { Gone: null } source
        || source.Space != Space.Space.Key
        || ((source.Parent, source.Position) != (Place.Parent, Place.Position) && source is not { Parent: null, Position: null });

    /// <summary>Where the page lies in the tree, as it is to be written down.</summary>
    public PagePlace Place { get; init; } = new(Page.ParentId, Page.Position);

    public ExportedPage Report(ExportStatus status, string reason) =>
        PageSorter.Report(Space, Page, status, reason) with { Id = Id, Path = Path };

    /// <summary>What the front matter says about the page once this is exported.</summary>
    public ConfluenceSource Source(DateTimeOffset? files) =>
        new(Space.Space.Key, Page.Id, Page.Version) { Parent = Place.Parent, Position = Place.Position, Files = files };
}
