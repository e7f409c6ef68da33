using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Markdown.Tree;

namespace DocsPipeline.Flows.Validate;

/// <summary>The document under the rules, with what it is held against.</summary>
internal sealed class Subject(Document document, Library library)
{
    public Document Document { get; } = document;

    public Library Library { get; } = library;

    public Kind? Kind { get; } = library.Kinds.TryGet(document.Kind, out var kind) ? kind : null;

    public DocumentTree Tree { get; } = library.TreeOf(document);

    /// <summary>Whether partners get anything of it at all.</summary>
    public bool IsPublished => Library.Readership.IsPublished(Document);

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
