using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Yaml;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Sync.Pages;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Publish.WriteBack;

/// <summary>Puts what a page takes from its document into the page's own storage format, and replaces only what differs. Pure.</summary>
internal sealed class PageEditor(PageMap map)
{
    private static readonly MarkdownToStorageFormat ToStorage = new();

    /// <summary>
    /// The edit (one that changes nothing where page and document agree), null where only Confluence moved on; or the reason why the page
    /// has to wait.
    /// </summary>
    public (PageEdit? Edit, Diagnostic? Obstacle) Edit(
        Document document, SpaceContent space, ConfluencePage page, MergedPage merged, string digest)
    {
        if (merged.Text is not { } text)
        {
            return (null, merged.Diagnostics.First(diagnostic => diagnostic.Severity == Severity.Error));
        }

        if (merged.Conflicts > 0)
        {
            return (null, Catalogue.Publish.PageChangedToo.At(
                document.Path, document.FrontMatter.SpanOf("confluence.page"),
                $"\"{page.Title}\" and its document were changed in the same place: {merged.ConflictPlaces}",
                help: "run Export: its pull request shows both texts"));
        }

        var words = merged.ChangesPageText ? text : null;
        var edit = Edit(document, space, page, merged.Now, words, merged.PageFields) with { Digest = digest };
        return edit.ChangesPage || !merged.ChangesDocument ? (edit with { Agrees = !merged.ChangesDocument }, null) : (null, null);
    }

    private PageEdit Edit(
        Document document, SpaceContent space, ConfluencePage page, ConversionResult now, string? text,
        IReadOnlyDictionary<string, YamlNode?> fields)
    {
        var title = (fields.GetValueOrDefault("title") as YamlScalar)?.Text ?? page.Title;

        // A page without properties speaks through its space's defaults; it gets no table of its own because git says more.
        var rows = now.Properties is null ? [] : fields.Where(field => field.Key != "title").ToDictionary();
        var unchanged = new PageEdit(document, space.Space.Key, page, title, page.Body)
        {
            ChangesText = text is not null,
            Fields = [.. rows.Keys.Concat(title == page.Title ? Array.Empty<string>() : ["title"]).Order(StringComparer.Ordinal)],
        };
        if (text is null && rows.Count == 0)
        {
            return unchanged;
        }

        var options = map.Options(space.Space.Key, document.Path, now.Attachments) with { Title = page.Title };
        var result = ToStorage.Convert(text ?? now.Markdown!, page.Body, options, rows.Count == 0 ? null : Apply(now.Properties!, rows));
        return unchanged with { Body = result.Storage ?? page.Body, Diagnostics = result.Findings.In(document.Path, document.BodyLine) };
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
}
