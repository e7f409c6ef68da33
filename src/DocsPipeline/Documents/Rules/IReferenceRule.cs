using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Rules.Summaries;

namespace DocsPipeline.Documents.Rules;

/// <summary>One way to go wrong, looked for in what a document says of others.</summary>
internal interface IReferenceRule
{
    IEnumerable<Diagnostic> Check(DocumentSummary document, ContentIndex content);
}
