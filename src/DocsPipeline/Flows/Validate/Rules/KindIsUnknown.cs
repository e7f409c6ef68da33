using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;

namespace DocsPipeline.Flows.Validate.Rules;

internal sealed class KindIsUnknown : IRule
{
    public IEnumerable<Diagnostic> Check(Subject subject)
    {
        if (subject.Kind is null)
        {
            var nearest = EditDistance.Nearest(subject.Document.Kind, subject.Library.Kinds.Names);
            yield return subject.At(Catalogue.FrontMatter.KindIsUnknown, "kind", $"no schema for the kind `{subject.Document.Kind}`",
                help: nearest is null ? $"use one of {string.Join(", ", subject.Library.Kinds.Names)}" : $"did you mean `{nearest}`?");
        }
    }
}
