using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Rules.Summaries;

namespace DocsPipeline.Documents.Rules;

internal sealed class SupersessionIsCircular : IReferenceRule
{
    public IEnumerable<Diagnostic> Check(DocumentSummary document, ContentIndex content)
    {
        if (document.Id is { } id && content.CircleFrom(id) is { } circle)
        {
            yield return Catalogue.FrontMatter.SupersessionIsCircular.At(document.Path, document.SupersedesSpan,
                circle.Count == 1 ? "document supersedes itself" : "documents supersede each other",
                help: "let only the newer document name the older one", notes: string.Join(" → ", circle.Append(id)));
        }
    }
}
