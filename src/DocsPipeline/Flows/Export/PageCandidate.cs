using DocsPipeline.Documents;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Yaml;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Confluence.Pages;

namespace DocsPipeline.Flows.Export;

/// <summary>A page that is a document: one that the repository knows, or a new one with the place it gets.</summary>
internal sealed record PageCandidate(SpaceContent Space, ConfluencePage Page, string Id, string Path, Document? Existing)
{
    /// <summary>Of a new document only.</summary>
    public IReadOnlyDictionary<string, YamlNode> Fields { get; init; } = new Dictionary<string, YamlNode>();

    public Kind? Kind { get; init; }

    public ExportedPage Report(ExportStatus status, string reason) => PageSorter.Report(Space, Page, status, reason) with { Id = Id, Path = Path };
}
