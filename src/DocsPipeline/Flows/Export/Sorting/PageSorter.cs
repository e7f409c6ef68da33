using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Yaml;
using DocsPipeline.Flows.Export.Loading;
using DocsPipeline.Flows.Export.Reporting;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Sync.Pages;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Export.Sorting;

/// <summary>
/// Decides which pages are documents, and what a new one is called. A page that the repository knows keeps its path and id whatever its
/// title becomes; a new one gets both once.
/// </summary>
internal sealed class PageSorter(RepositoryStart start)
{
    private static readonly StorageFormatToMarkdown Converter = new();
    private readonly HashSet<string> paths = new(start.Documents.Blobs.Keys, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> ids = [.. start.Documents.ById.Keys];
    private readonly HashSet<string> adopted = [];

    /// <summary>A page that no document comes from yet, with its body: as a candidate, or why it is none.</summary>
    public (PageCandidate? Candidate, PageOutcome? Outcome) Sort(SpaceContent space, ConfluencePage page, string storage)
    {
        var diagnostics = new List<Diagnostic>();
        var result = Converter.Convert(storage, new ConversionOptions { PagePropertiesAsFrontMatter = true });
        if (result.Markdown is null)
        {
            return (null, Failed(space, page, result.Findings.In(page.Url.AbsoluteUri)));
        }

        if (result.Properties is null && space.Settings.Defaults is null)
        {
            var report = Report(space, page, ExportStatus.NotADocument, "the page has no page properties");
            return (null, new PageOutcome(report, [], []));
        }

        var fields = PageFields.Read(page, result.Properties, space.Settings.Defaults, diagnostics);
        return fields is not null && Place(space, page, fields, diagnostics) is { } candidate
            ? (candidate, null)
            : (null, Failed(space, page, diagnostics));
    }

    public static ExportedPage Report(SpaceContent space, ConfluencePage page, ExportStatus status, string reason) =>
        new(space.Space.Key, page.Id, page.Title, page.Url, status, reason);

    public static PageOutcome Failed(SpaceContent space, ConfluencePage page, IReadOnlyList<Diagnostic> diagnostics)
    {
        var error = diagnostics.FirstOrDefault(fault => fault.Severity == Severity.Error);
        return new PageOutcome(Report(space, page, ExportStatus.Failed, error?.Message ?? "the page cannot be read"), [], diagnostics);
    }

    private PageCandidate? Place(
        SpaceContent space, ConfluencePage page, IReadOnlyDictionary<string, YamlNode> fields, List<Diagnostic> diagnostics)
    {
        var url = page.Url.AbsoluteUri;
        var name = (fields.GetValueOrDefault("kind") as YamlScalar)?.Text ?? "";
        if (!start.Kinds.TryGet(name, out var kind))
        {
            diagnostics.Add(Catalogue.Export.KindIsUnknown.At(
                url, SourceSpan.Start, name.Length == 0 ? $"\"{page.Title}\" names no kind" : $"there is no kind `{name}`",
                help: $"the kinds are: {string.Join(", ", start.Kinds.Names)}"));
            return null;
        }

        var slug = Slug.Of(page.Title);
        var written = (fields.GetValueOrDefault("id") as YamlScalar)?.Text;
        var id = written ?? Free(slug, page, candidate => ids.Contains(candidate));
        if (!DocumentId.TryParse(id, out _))
        {
            diagnostics.Add(Catalogue.Pages.PropertiesAreBroken.At(
                url, SourceSpan.Start, $"`{id}` is not an id in kebab-case", help: $"write `{slug}`"));
            return null;
        }

        // Written by hand under the very id that the page claims: the two are one document, and the merge shows what they differ in.
        var existing = start.Documents.ById.GetValueOrDefault(id) is { Confluence: null } found && adopted.Add(id) ? found : null;
        if (existing is null && ids.Contains(id))
        {
            diagnostics.Add(Catalogue.Export.IdIsTaken.At(
                url, SourceSpan.Start, $"`{id}` is the id of another document", help: $"give \"{page.Title}\" an id of its own"));
            return null;
        }

        var folder = $"content/{kind.Section}";
        var path = existing?.Path ?? $"{folder}/{Free(slug, page, candidate => paths.Contains($"{folder}/{candidate}.md"))}.md";
        ids.Add(id);
        paths.Add(path);
        return new PageCandidate(space, page, id, path, existing) { Fields = fields, Kind = kind, NeedsBody = true };
    }

    private static string Free(string slug, ConfluencePage page, Predicate<string> isTaken)
    {
        var stem = slug.Length > 60 ? slug[..60].TrimEnd('-') : slug;
        return !isTaken(slug) ? slug : $"{stem}-{page.Id[^Math.Min(19, page.Id.Length)..]}";
    }
}
