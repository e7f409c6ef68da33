using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;

namespace DocsPipeline.Documents.Rules;

internal sealed class KindIsUnknown : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context)
    {
        if (context.Kind is null)
        {
            var nearest = EditDistance.Nearest(context.Document.Kind, context.Content.Kinds.Names);
            yield return context.At(Catalogue.FrontMatter.KindIsUnknown, "kind", $"no schema for the kind `{context.Document.Kind}`",
                help: nearest is null ? $"use one of {string.Join(", ", context.Content.Kinds.Names)}" : $"did you mean `{nearest}`?");
        }
    }
}
