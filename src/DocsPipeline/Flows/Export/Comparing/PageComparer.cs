using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Yaml;
using DocsPipeline.Flows.Export.Loading;
using DocsPipeline.Flows.Export.Sorting;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Sync.Merging;
using DocsPipeline.Sync.Pages;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Export.Comparing;

/// <summary>
/// Compares a page with its document, over the version that was exported last: only the repository changed → its text stays; only Confluence changed → taken; both → merged, and
/// where that cannot be, both texts are kept in sight. Reads and writes nothing.
/// </summary>
internal sealed class PageComparer(RepositoryStart start, PageMap before, PageMap after)
{
    private static readonly StorageFormatToMarkdown Converter = new();

    /// <summary>The document that a new page becomes.</summary>
    public PageText Create(PageCandidate candidate, string storage)
    {
        var now = Convert(after, candidate, storage);
        var diagnostics = now.Findings.In(candidate.Page.Url.AbsoluteUri);
        return now.Markdown is not { } body
            ? new PageText(candidate, diagnostics)
            : new PageText(candidate, diagnostics) { Now = now, Fields = candidate.Fields.ToDictionary(field => field.Key, field => (YamlNode?)field.Value), Body = Tidy(body), What = "new" };
    }

    /// <summary>What becomes of a document that exists; <paramref name="old"/> is its page as it was exported last, null where nobody knows.</summary>
    public PageText Update(PageCandidate candidate, Document document, string storage, (string Title, string Storage)? old)
    {
        var now = Convert(after, candidate, storage);
        var then = old is { } known ? Convert(before, candidate, known.Storage) : null;
        var diagnostics = new List<Diagnostic>();
        var theirs = PageFields.Read(candidate.Page, now.Properties, candidate.Space.Settings.Defaults, diagnostics);
        if (now.Markdown is not { } body || theirs is null)
        {
            return new PageText(candidate, [.. now.Findings.In(candidate.Page.Url.AbsoluteUri), .. diagnostics]);
        }

        if (now.Properties is null && then?.Properties is not null)
        {
            return new PageText(candidate, [Catalogue.Export.PropertiesAreBroken.At(
                candidate.Page.Url.AbsoluteUri, SourceSpan.Start, $"\"{candidate.Page.Title}\" has lost its page properties", help: "put the table back, or archive the page to let its document expire")]);
        }

        var fields = then is null ? null : PageFields.Read(candidate.Page with { Title = old!.Value.Title }, then.Properties, candidate.Space.Settings.Defaults, []);
        var (changes, fieldConflicts) = FieldMerge.Merge(fields ?? new Dictionary<string, YamlNode>(), document.FrontMatter.Root, theirs);
        var (merged, conflicts) = BlockMerge.Merge(then?.Markdown ?? "", document.Body, body, $"Confluence version {candidate.Page.Version}", Spelling.Of(Options(after, candidate)));
        var isSame = merged == document.Body;
        var parts = new[] { isSame ? "" : "text", changes.Count == 0 ? "" : string.Join(", ", changes.Keys.Order(StringComparer.Ordinal)) }.Where(part => part.Length > 0);
        return new PageText(candidate, now.Findings.In(candidate.Page.Url.AbsoluteUri))
        {
            Now = now,
            Then = then,
            Fields = changes,
            Body = isSame ? merged : Tidy(merged),
            What = string.Join(" and ", parts) is { Length: > 0 } what ? what : fieldConflicts.Count > 0 ? "in conflict" : document.Confluence is null ? "comes from Confluence now" : "",
            Conflicts = conflicts,
            FieldConflicts = fieldConflicts,
        };
    }

    /// <summary>The whole text of the document.</summary>
    public string Write(PageText text, Document? document, ConfluenceSource source)
    {
        var fields = text.Fields.ToDictionary();
        fields["confluence"] = FrontMatterLayout.Of(source);
        if (document is not null)
        {
            var schema = start.Kinds.TryGet(document.Kind, out var kind) ? kind.Json : [];
            return FrontMatterEdit.Apply(text.Body is null ? document : document with { Body = text.Body }, fields, schema);
        }

        fields["id"] = FrontMatterLayout.Text(text.Candidate.Id);
        var written = new StringBuilder("---\n");
        foreach (var key in FrontMatterLayout.Order(fields.Keys, text.Candidate.Kind!.Json))
        {
            written.Append(FrontMatterLayout.Field(key, fields[key]!));
        }

        return written.Append("---\n").Append(text.Body).ToString();
    }

    private static ConversionResult Convert(PageMap map, PageCandidate candidate, string storage) =>
        Converter.Convert(storage, Options(map, candidate));

    private static ConversionOptions Options(PageMap map, PageCandidate candidate) => map.Options(candidate.Space.Space.Key, candidate.Path) with { Title = candidate.Page.Title };

    private static string Tidy(string markdown) => markdown.Trim('\n') is { Length: > 0 } text ? text + "\n" : "";
}
