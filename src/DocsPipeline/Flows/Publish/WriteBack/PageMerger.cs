using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Yaml;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Sync.Merging;
using DocsPipeline.Sync.Pages;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Publish.WriteBack;

/// <summary>
/// Merges what git says into a page, over the version that both come from, and puts only what differs into the page's own storage format. Pure; Export merges the same three
/// texts the other way round, so that both come to the same end.
/// </summary>
internal sealed class PageMerger(PageMap map)
{
    private static readonly StorageFormatToMarkdown ToMarkdown = new();
    private static readonly MarkdownToStorageFormat ToStorage = new();

    /// <summary>
    /// The edit (one that changes nothing where page and document agree), null where only Confluence moved on; or the reason why the page has to wait.
    /// </summary>
    public (PageEdit? Edit, Diagnostic? Obstacle) Merge(Document document, SpaceContent space, ConfluencePage page, ConfluencePage? before, string digest)
    {
        var diagnostics = new List<Diagnostic>();
        var now = Convert(space, document, page);
        var theirs = PageFields.Read(page, now.Properties, space.Settings.Defaults, diagnostics);
        if (now.Markdown is not { } text || theirs is null)
        {
            return (null, now.Findings.In(document.Path).Concat(diagnostics).First(diagnostic => diagnostic.Severity == Severity.Error));
        }

        var then = before is null ? null : Convert(space, document, before);
        var known = before is null ? null : PageFields.Read(before, then!.Properties, space.Settings.Defaults, []);
        var ours = document.FrontMatter.Root.Entries.ToDictionary(entry => entry.Key, entry => entry.Value);
        var ancestor = known ?? new Dictionary<string, YamlNode>();
        var (changes, fieldConflicts) = FieldMerge.Merge(ancestor, new YamlMap([.. theirs.Select(field => new YamlEntry(field.Key, SourceSpan.Start, field.Value))], SourceSpan.Start), ours);
        var (merged, conflicts) = BlockMerge.Merge(then?.Markdown ?? "", document.Body, text, $"Confluence version {page.Version}", Spelling.Of(Options(space, document, page)));
        if (conflicts + fieldConflicts.Count > 0)
        {
            return (null, Conflict(document, page, conflicts, fieldConflicts));
        }

        var edit = Edit(document, space, page, now, BlockMerge.Same(merged, text) ? null : merged, changes) with { Digest = digest };
        var isAhead = !BlockMerge.Same(merged, document.Body) || FieldMerge.Merge(ancestor, document.FrontMatter.Root, theirs).Changes.Count > 0;
        return edit.ChangesPage || !isAhead ? (edit with { Agrees = !isAhead }, null) : (null, null);
    }

    private PageEdit Edit(Document document, SpaceContent space, ConfluencePage page, ConversionResult now, string? merged, IReadOnlyDictionary<string, YamlNode?> changes)
    {
        var title = (changes.GetValueOrDefault("title") as YamlScalar)?.Text ?? page.Title;
        // A page without properties speaks through its space's defaults; it gets no table of its own because git says more.
        var rows = now.Properties is null ? [] : changes.Where(change => change.Key != "title").ToDictionary();
        var unchanged = new PageEdit(document, space.Space.Key, page, title, page.Body, Reason(merged, title == page.Title ? rows.Keys : rows.Keys.Append("title")), false, "");
        if (merged is null && rows.Count == 0)
        {
            return unchanged;
        }

        var options = Options(space, document, page, now.Attachments);
        var result = ToStorage.Convert(merged ?? now.Markdown!, page.Body, options, rows.Count == 0 ? null : Apply(now.Properties!, rows));
        return unchanged with { Body = result.Storage ?? page.Body, Diagnostics = result.Findings.In(document.Path) };
    }

    private static PageProperties Apply(PageProperties known, IReadOnlyDictionary<string, YamlNode?> rows)
    {
        var fields = new OrderedDictionary<string, string>(known.Fields);
        foreach (var (key, value) in rows)
        {
            if (value is null)
            {
                fields.Remove(key);
            }
            else
            {
                fields[key] = PageFields.Value(value);
            }
        }

        return new PageProperties(fields);
    }

    private static string Reason(string? merged, IEnumerable<string> fields) =>
        string.Join(", ", new[] { merged is null ? "" : "text" }.Concat(fields.Order(StringComparer.Ordinal)).Where(part => part.Length > 0));

    private static Diagnostic Conflict(Document document, ConfluencePage page, int conflicts, IReadOnlyList<FieldConflict> fields)
    {
        var places = (conflicts > 0 ? [$"{conflicts} in the text"] : Array.Empty<string>()).Concat(fields.Select(field => $"`{field.Key}`"));
        return Catalogue.Publish.PageChangedToo.At(
            document.Path, document.FrontMatter.SpanOf("confluence.page"), $"\"{page.Title}\" and its document were changed in the same place: {string.Join(", ", places)}",
            help: "run Export: its pull request shows both texts");
    }

    private ConversionResult Convert(SpaceContent space, Document document, ConfluencePage page) => ToMarkdown.Convert(page.Body, Options(space, document, page));

    private ConversionOptions Options(SpaceContent space, Document document, ConfluencePage page, IReadOnlyList<string>? attachments = null) =>
        map.Options(space.Space.Key, document.Path, attachments) with { Title = page.Title };
}
