using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Markdown.Tree;

public static class Places
{
    /// <summary>Line and column in the file of a place in the document's body; the index is of the document's text.</summary>
    public static SourceSpan In(this Place place, Document document, LineIndex lines) =>
        lines.At(document.Text.Length - document.Body.Length + place.Start, Math.Max(1, place.Length));
}
