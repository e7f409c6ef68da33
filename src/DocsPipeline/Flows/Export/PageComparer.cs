using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Merging;
using DocsPipeline.Documents.Yaml;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Confluence.Pages;
using DocsPipeline.Systems.Confluence.StorageFormat;
using DocsPipeline.Systems.Git;

namespace DocsPipeline.Flows.Export;

/// <summary>
/// Compares a page with its document, over the version that was exported last: only the repository changed → its text stays; only Confluence changed → taken; both → merged, and
/// where that cannot be, both texts are kept in sight.
/// </summary>
internal sealed class PageComparer(RepositoryStart start, PageMap before, PageMap after, bool linksMoved)
{
    private static readonly StorageFormatToMarkdown Converter = new();

    /// <summary>The outcome for a new document.</summary>
    public (PageOutcome Outcome, ConversionResult Now) Create(PageCandidate candidate)
    {
        var now = Convert(after, candidate, candidate.Page.Body);
        if (now.Markdown is not { } body)
        {
            return (PageSorter.Failed(candidate.Space, candidate.Page, now.Diagnostics), now);
        }

        var fields = new Dictionary<string, YamlNode>(candidate.Fields)
        {
            ["id"] = FrontMatterLayout.Text(candidate.Id),
            ["confluence"] = FrontMatterLayout.Of(Source(candidate)),
        };
        var text = new StringBuilder("---\n");
        foreach (var key in FrontMatterLayout.Order(fields.Keys, candidate.Kind!.Json))
        {
            text.Append(FrontMatterLayout.Field(key, fields[key]));
        }

        text.Append("---\n").Append(Tidy(body));
        return (Outcome(candidate, now, text.ToString(), "new", 0, []), now);
    }

    /// <summary>Whether there is anything to compare: another version of the page, or links of it that lead elsewhere now.</summary>
    public bool IsUntouched(PageCandidate candidate) =>
        candidate.Existing?.Confluence?.Version == candidate.Page.Version
        && (!linksMoved || Convert(before, candidate, candidate.Page.Body).Markdown == Convert(after, candidate, candidate.Page.Body).Markdown);

    /// <summary>The outcome for a document that exists; <paramref name="old"/> is the page as it was exported last, null where nobody knows.</summary>
    public (PageOutcome Outcome, ConversionResult Now) Update(PageCandidate candidate, ConfluencePage? old)
    {
        var document = candidate.Existing!;
        var now = Convert(after, candidate, candidate.Page.Body);
        var then = old is null ? null : Convert(before, candidate, old.Body);
        var diagnostics = new List<Diagnostic>();
        var theirs = PageFields.Read(candidate.Page, now.Properties, candidate.Space.Settings.Defaults, diagnostics);
        if (now.Markdown is not { } body || theirs is null)
        {
            return (PageSorter.Failed(candidate.Space, candidate.Page, [.. now.Diagnostics, .. diagnostics]), now);
        }

        var known = old is null ? null : PageFields.Read(old, then!.Properties, candidate.Space.Settings.Defaults, []);
        var schema = start.Kinds.TryGet(document.Kind, out var kind) ? kind.Json : [];
        var (changes, fieldConflicts) = FieldMerge.Merge(known ?? new Dictionary<string, YamlNode>(), document.FrontMatter.Root, theirs);
        var (merged, conflicts) = BlockMerge.Merge(then?.Markdown ?? "", document.Body, body, $"Confluence version {candidate.Page.Version}");
        if (merged == document.Body && changes.Count == 0 && document.Confluence is not null && fieldConflicts.Count == 0)
        {
            return (new PageOutcome(candidate.Report(ExportStatus.Unchanged, "the page changed, its Markdown did not") with { Elements = now.Report }, [], now.Diagnostics), now);
        }

        var fields = changes.ToDictionary();
        fields["confluence"] = FrontMatterLayout.Of(Source(candidate));
        var edited = document with { Body = merged == document.Body ? merged : Tidy(merged) };
        var what = string.Join(" and ", new[] { merged == document.Body ? "" : "text", changes.Count == 0 ? "" : string.Join(", ", changes.Keys.Order(StringComparer.Ordinal)) }.Where(part => part.Length > 0));
        return (Outcome(candidate, now, FrontMatterEdit.Apply(edited, fields, schema), what.Length == 0 ? "in conflict" : what, conflicts, fieldConflicts), now);
    }

    private static PageOutcome Outcome(PageCandidate candidate, ConversionResult now, string text, string what, int conflicts, IReadOnlyList<FieldConflict> fieldConflicts)
    {
        var diagnostics = now.Diagnostics.ToList();
        if (conflicts + fieldConflicts.Count > 0)
        {
            var places = string.Join(", ", new[] { conflicts > 0 ? $"{conflicts} in the text" : "" }.Concat(fieldConflicts.Select(conflict => $"`{conflict.Key}`")).Where(place => place.Length > 0));
            diagnostics.Add(Catalogue.Export.BothSidesChanged.At(candidate.Path, SourceSpan.Start, $"\"{candidate.Page.Title}\" and its document were changed in the same place: {places}"));
        }

        var report = candidate.Report(ExportStatus.Exported, what) with { Elements = now.Report, Conflicts = conflicts + fieldConflicts.Count };
        return new PageOutcome(report, [TreeChange.Put(candidate.Path, Encoding.UTF8.GetBytes(text))], diagnostics) { FieldConflicts = fieldConflicts };
    }

    private static ConversionResult Convert(PageMap map, PageCandidate candidate, string body) =>
        Converter.Convert(body, map.Options(candidate.Space.Space.Key, candidate.Path, candidate.Page.Url.AbsoluteUri));

    private static ConfluenceSource Source(PageCandidate candidate) => new(candidate.Space.Space.Key, candidate.Page.Id, candidate.Page.Version);

    private static string Tidy(string markdown) => markdown.Trim('\n') is { Length: > 0 } text ? text + "\n" : "";
}
