using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Markdown.Tree;

public static class Places
{
    /// <summary>Line and column in the file of a place in the document's body.</summary>
    public static SourceSpan In(this Place place, Document document) =>
        SourceSpan.At(document.Text, document.Text.Length - document.Body.Length + place.Start, Math.Max(1, place.Length));
}
