using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Markdown.Tree;
using DocsPipeline.Documents.Snapshots;

namespace DocsPipeline.Documents.Rules;

/// <summary>The document under the rules, with what it is held against. Targets of links are worked out once for all rules.</summary>
internal sealed class RuleContext
{
    private readonly LineIndex lines;

    public RuleContext(Document document, ContentSnapshot content, DateOnly today)
    {
        (Document, Content, Today) = (document, content, today);
        lines = new LineIndex(document.Text);
        Kind = content.Kinds.TryGet(document.Kind, out var kind) ? kind : null;
        Tree = content.TreeOf(document);
        IsPublished = content.Access.IsPublished(document);
        Links = [.. Outline.Links.Select(link => (link, LinkTarget.Parse(link.Target, document.Folder)))];
        Images = [.. Outline.Images.Select(image => (image, LinkTarget.Parse(image.Target, document.Folder)))];
    }

    public Document Document { get; }

    public ContentSnapshot Content { get; }

    public DateOnly Today { get; }

    public Kind? Kind { get; }

    public DocumentTree Tree { get; }

    public TreeOutline Outline => Tree.Outline;

    /// <summary>Whether partners get anything of it at all.</summary>
    public bool IsPublished { get; }

    public IReadOnlyList<(LinkNode Node, LinkTarget Target)> Links { get; }

    public IReadOnlyList<(ImageNode Node, LinkTarget Target)> Images { get; }

    /// <summary>A date at the beginning of a field's value (a day, or a time in UTC), or null.</summary>
    public DateOnly? Day(string field) => DayOf(Document.FrontMatter.Text(field));

    /// <summary>Where a place of the body is in the file.</summary>
    public SourceSpan SpanOf(Place place) => place.In(Document, lines);

    /// <summary>A diagnostic at a field of the front matter.</summary>
    public Diagnostic At(
        DiagnosticCode code, string field, string? message = null, string? label = null, string? help = null, params string[] notes) =>
        code.At(Document.Path, Document.FrontMatter.SpanOf(field), message, label, help, notes);

    /// <summary>A diagnostic at a place of the body.</summary>
    public Diagnostic At(
        DiagnosticCode code, Place place, string? message = null, string? label = null, string? help = null, params string[] notes) =>
        code.At(Document.Path, SpanOf(place), message, label, help, notes);

    public static DateOnly? DayOf(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", out var day) ? day : null;
}
