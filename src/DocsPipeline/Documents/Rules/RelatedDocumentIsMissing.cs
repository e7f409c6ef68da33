using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Rules.Summaries;

namespace DocsPipeline.Documents.Rules;

/// <summary><c>related</c> and <c>supersedes</c> name documents by id.</summary>
internal sealed class RelatedDocumentIsMissing : IReferenceRule
{
    public IEnumerable<Diagnostic> Check(DocumentSummary document, ContentIndex content) =>
        from reference in document.Ids
        where content.PathOf(reference.Id) is null
        select reference.Missing.At(document.Path, reference.Span, $"no document has the id `{reference.Id}`",
            help: content.NearestId(reference.Id) is { } nearest ? $"did you mean `{nearest}`?" : null);
}
