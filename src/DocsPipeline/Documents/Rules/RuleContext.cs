using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Markdown.Tree;
using DocsPipeline.Documents.Snapshots;

namespace DocsPipeline.Documents.Rules;

/// <summary>The document under the rules, with what it is held against.</summary>
internal sealed class RuleContext(Document document, ContentSnapshot content, DateOnly today)
{
    public Document Document { get; } = document;

    public ContentSnapshot Content { get; } = content;

    public DateOnly Today { get; } = today;

    public Kind? Kind { get; } = content.Kinds.TryGet(document.Kind, out var kind) ? kind : null;

    public DocumentTree Tree { get; } = content.TreeOf(document);

    /// <summary>Whether partners get anything of it at all.</summary>
    public bool IsPublished => Content.Access.IsPublished(Document);

    /// <summary>A gap that only colleagues see is worth a word; one that partners would see stops the document.</summary>
    public DiagnosticCode FileDoesNotExist => IsPublished ? Catalogue.Links.FileDoesNotExist : Catalogue.Links.InternalFileDoesNotExist;

    public IEnumerable<LinkNode> Links => Tree.All.OfType<LinkNode>();

    public IEnumerable<ImageNode> Images => Tree.All.OfType<ImageNode>();

    /// <summary>A date at the beginning of a field's value (a day, or a time in UTC), or null.</summary>
    public DateOnly? Day(string field) => DayOf(Document.FrontMatter.Text(field));

    /// <summary>A diagnostic at a field of the front matter.</summary>
    public Diagnostic At(DiagnosticCode code, string field, string? message = null, string? label = null, string? help = null, params string[] notes) =>
        code.At(Document.Path, Document.FrontMatter.SpanOf(field), message, label, help, notes);

    /// <summary>A diagnostic at a place of the body.</summary>
    public Diagnostic At(DiagnosticCode code, Place place, string? message = null, string? label = null, string? help = null, params string[] notes) =>
        code.At(Document.Path, place.In(Document), message, label, help, notes);

    public static DateOnly? DayOf(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", out var day) ? day : null;
}
