using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Rules.Summaries;

namespace DocsPipeline.Documents.Rules;

internal sealed class IdIsTaken : IReferenceRule
{
    public IEnumerable<Diagnostic> Check(DocumentSummary document, ContentIndex content)
    {
        if (document.Id is { } id && content.PathOf(id) is { } first && first != document.Path)
        {
            yield return DocumentId.IsTaken(document.Path, document.IdSpan, id, first);
        }
    }
}
