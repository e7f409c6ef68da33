using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;

namespace DocsPipeline.Documents.Rules;

/// <summary><c>related</c> and <c>supersedes</c> name documents by id.</summary>
internal sealed class RelatedDocumentIsMissing : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context) =>
        Missing(context, "related", Catalogue.FrontMatter.RelatedIsMissing).Concat(Missing(context, "supersedes", Catalogue.FrontMatter.SupersededIsMissing));

    private static IEnumerable<Diagnostic> Missing(RuleContext context, string field, DiagnosticCode code)
    {
        var ids = context.Document.FrontMatter.Texts(field);
        var isList = context.Document.FrontMatter.Find(field) is Documents.Yaml.YamlList;
        for (var index = 0; index < ids.Count; index++)
        {
            if (!context.Content.Documents.ById.ContainsKey(ids[index]))
            {
                var nearest = EditDistance.Nearest(ids[index], context.Content.Documents.ById.Keys);
                yield return context.At(code, isList ? $"{field}[{index}]" : field, $"no document has the id `{ids[index]}`", help: nearest is null ? null : $"did you mean `{nearest}`?");
            }
        }
    }
}
