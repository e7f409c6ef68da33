using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Yaml;
using DocsPipeline.Flows.Export.Sorting;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Sync.Merging;
using DocsPipeline.Sync.Pages;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Export.Comparing;

/// <summary>
/// What becomes of a document, before anything is written. <see cref="Now"/> is null where the page's body was not looked at or cannot be
/// read.
/// </summary>
internal sealed record DocumentDraft(PageCandidate Candidate, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Today's page as Markdown.</summary>
    public ConversionResult? Now { get; init; }

    /// <summary>The page as it was exported last.</summary>
    public ConversionResult? Then { get; init; }

    /// <summary>Front matter to write, or (null) to take away.</summary>
    public IReadOnlyDictionary<string, YamlNode?> Fields { get; init; } = new Dictionary<string, YamlNode?>();

    /// <summary>The Markdown to write; null leaves the document's.</summary>
    public string? Body { get; init; }

    public DocumentChanges Changes { get; init; } = new();

    /// <summary>Places in text and fields that both sides changed.</summary>
    public int Conflicts { get; init; }

    public string ConflictPlaces { get; init; } = "";

    public IReadOnlyList<FieldConflict> FieldConflicts { get; init; } = [];

    /// <summary>The document that a new page becomes.</summary>
    public static DocumentDraft Of(PageCandidate candidate, ConversionResult now)
    {
        var diagnostics = now.Findings.In(candidate.Page.Url.AbsoluteUri);
        return now.Markdown is not { } body
            ? new DocumentDraft(candidate, diagnostics)
            : new DocumentDraft(candidate, diagnostics)
            {
                Now = now,
                Fields = candidate.Fields.ToDictionary(field => field.Key, field => (YamlNode?)field.Value),
                Body = Tidy(body),
                Changes = new DocumentChanges { IsNew = true },
            };
    }

    /// <summary>What becomes of a document that exists.</summary>
    public static DocumentDraft Of(PageCandidate candidate, MergedPage merged, Document document)
    {
        if (merged.Text is not { } text)
        {
            return new DocumentDraft(candidate, merged.Diagnostics);
        }

        if (merged.HasLostProperties)
        {
            return new DocumentDraft(candidate, [Catalogue.Pages.PropertiesAreBroken.At(
                candidate.Page.Url.AbsoluteUri, SourceSpan.Start, $"\"{candidate.Page.Title}\" has lost its page properties",
                help: "put the table back, or archive the page to let its document expire")]);
        }

        return new DocumentDraft(candidate, merged.Diagnostics)
        {
            Now = merged.Now,
            Then = merged.Before,
            Fields = merged.DocumentFields,
            Body = merged.ChangesDocumentText ? Tidy(text) : text,
            Changes = new DocumentChanges
            {
                Text = merged.ChangesDocumentText,
                Fields = [.. merged.DocumentFields.Keys.Order(StringComparer.Ordinal)],
                FieldsConflict = merged.FieldConflicts.Count > 0,
                IsAdopted = document.Confluence is null,
            },
            Conflicts = merged.Conflicts,
            ConflictPlaces = merged.ConflictPlaces,
            FieldConflicts = merged.FieldConflicts,
        };
    }

    /// <summary>The same with where the page lies now, as far as that differs from what the document says.</summary>
    public DocumentDraft Placed(ConfluenceSource? source)
    {
        var (space, place) = (Candidate.Space.Space.Key, Candidate.Place);
        var move = source is null ? PageMove.None
            : source.Space != space ? PageMove.ToAnotherSpace
            : source is { Parent: null, Position: null } ? PageMove.None
            : source.Parent != place.Parent ? PageMove.BelowAnotherPage
            : source.Position != place.Position ? PageMove.AmongSiblings
            : PageMove.None;
        return this with { Changes = Changes with { Move = move } };
    }

    /// <summary>
    /// The same for a page that was gone. The day stands in both fields only where Export wrote both; an end that a person chose stays.
    /// </summary>
    public DocumentDraft Returned(Document document)
    {
        if (document.Confluence?.Gone is not { } gone)
        {
            return this;
        }

        var fields = Fields.ToDictionary();
        if (document.FrontMatter.Text("expires") == gone)
        {
            fields["expires"] = null;
        }

        return this with { Fields = fields, Changes = Changes with { IsBack = true } };
    }

    private static string Tidy(string markdown) => markdown.Trim('\n') is { Length: > 0 } text ? text + "\n" : "";
}
