using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Yaml;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Sync.Merging;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Sync.Pages;

/// <summary>
/// Merges a document and its page over the version of the page at which both agreed last, for both directions at once: what Export writes
/// into the document and what Publish writes into the page come of one comparison, so that both ways end in the same text. Reads and writes
/// nothing.
/// </summary>
/// <param name="before">Where pages lay when they agreed: texts of that time name the titles of that time.</param>
/// <param name="now">Where pages lie now.</param>
internal sealed class PageMerge(PageMap before, PageMap now)
{
    private static readonly StorageFormatToMarkdown Converter = new();
    private static readonly IReadOnlyDictionary<string, YamlNode> NoFields = new Dictionary<string, YamlNode>();

    /// <summary>The page of a space as the Markdown of a document at a path.</summary>
    public ConversionResult Convert(SpaceContent space, ConfluencePage page, string path) => Convert(now, space, page, path);

    /// <summary>
    /// What both come to. The bodies of both versions must be there; <paramref name="agreed"/> is null where nobody knows it, and
    /// <paramref name="origin"/> is the name that diagnostics carry.
    /// </summary>
    public MergedPage Merge(Document document, SpaceContent space, ConfluencePage page, ConfluencePage? agreed, string origin)
    {
        var diagnostics = new List<Diagnostic>();
        var defaults = space.Settings.Defaults;
        var theirs = Convert(now, space, page, document.Path);
        var theirFields = PageFields.Read(page, theirs.Properties, defaults, diagnostics);
        if (theirs.Markdown is not { } text || theirFields is null)
        {
            return new MergedPage(theirs, [.. theirs.Findings.In(origin), .. diagnostics]);
        }

        var old = agreed is null ? null : Convert(before, space, agreed, document.Path);
        var oldFields = (old is null ? null : PageFields.Read(agreed!, old.Properties, defaults, [])) ?? NoFields;
        var ours = document.FrontMatter.Root;
        var (documentFields, conflicts) = FieldMerge.Merge(oldFields, ours, theirFields);
        var ourFields = ours.Entries.ToDictionary(entry => entry.Key, entry => entry.Value);
        var (pageFields, _) = FieldMerge.Merge(oldFields, MapOf(theirFields), ourFields);
        var spelling = Spelling.Of(Options(now, space, page, document.Path));
        var (merged, places) = BlockMerge.Merge(old?.Markdown ?? "", document.Body, text, $"Confluence version {page.Version}", spelling);
        var changesDocument = !BlockMerge.Same(merged, document.Body);
        return new MergedPage(theirs, theirs.Findings.In(origin))
        {
            Before = old,
            Text = changesDocument ? merged : document.Body,
            TextConflicts = places,
            FieldConflicts = conflicts,
            ChangesDocumentText = changesDocument,
            ChangesPageText = !BlockMerge.Same(merged, text),
            DocumentFields = documentFields,
            PageFields = pageFields,
        };
    }

    private static YamlMap MapOf(IReadOnlyDictionary<string, YamlNode> fields) =>
        new([.. fields.Select(field => new YamlEntry(field.Key, SourceSpan.Start, field.Value))], SourceSpan.Start);

    private static ConversionResult Convert(PageMap map, SpaceContent space, ConfluencePage page, string path) =>
        Converter.Convert(page.Body, Options(map, space, page, path));

    private static ConversionOptions Options(PageMap map, SpaceContent space, ConfluencePage page, string path) =>
        map.Options(space.Space.Key, path) with { Title = page.Title };
}
