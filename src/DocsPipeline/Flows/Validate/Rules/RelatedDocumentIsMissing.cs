using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;

namespace DocsPipeline.Flows.Validate.Rules;

/// <summary><c>related</c> and <c>supersedes</c> name documents by id.</summary>
internal sealed class RelatedDocumentIsMissing : IRule
{
    public IEnumerable<Diagnostic> Check(Subject subject) =>
        Missing(subject, "related", Catalogue.FrontMatter.RelatedIsMissing).Concat(Missing(subject, "supersedes", Catalogue.FrontMatter.SupersededIsMissing));

    private static IEnumerable<Diagnostic> Missing(Subject subject, string field, DiagnosticCode code)
    {
        var ids = subject.Document.FrontMatter.Texts(field);
        var isList = subject.Document.FrontMatter.Find(field) is Documents.Yaml.YamlList;
        for (var index = 0; index < ids.Count; index++)
        {
            if (!subject.Library.Documents.ById.ContainsKey(ids[index]))
            {
                var nearest = EditDistance.Nearest(ids[index], subject.Library.Documents.ById.Keys);
                yield return subject.At(code, isList ? $"{field}[{index}]" : field, $"no document has the id `{ids[index]}`", help: nearest is null ? null : $"did you mean `{nearest}`?");
            }
        }
    }
}
