using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;

namespace DocsPipeline.Flows.Validate.Rules;

internal sealed class SectionIsWrong : IRule
{
    public IEnumerable<Diagnostic> Check(Subject subject)
    {
        var path = subject.Document.Path;
        if (subject.Kind is { Section.Length: > 0 } kind && !path.StartsWith($"{DocumentSet.Root}{kind.Section}/", StringComparison.Ordinal))
        {
            yield return subject.At(Catalogue.FrontMatter.SectionIsWrong, "kind", $"a {kind.Name} does not belong into `{subject.Document.Folder}`",
                help: $"move the file to `{DocumentSet.Root}{kind.Section}/{path[(path.LastIndexOf('/') + 1)..]}`");
        }
    }
}
