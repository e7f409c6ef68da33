using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Markdown.Tree;

/// <summary>Something wrong in a body, at offsets; it becomes a diagnostic once the file is known.</summary>
internal sealed record MarkdownFault(
    DiagnosticCode Code, Place Place, string Message, string? Label = null, string? Help = null, string? Note = null)
{
    public Diagnostic In(Document document, LineIndex lines) =>
        Code.At(document.Path, Place.In(document, lines), Message, Label, Help, Note is null ? [] : [Note]);
}
