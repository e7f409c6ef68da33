using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Snapshots;

namespace DocsPipeline.Documents.Rules;

internal sealed class SectionIsWrong : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context)
    {
        var path = context.Document.Path;
        if (context.Kind is { Section.Length: > 0 } kind
            && !path.StartsWith($"{DocumentSet.Root}{kind.Section}/", StringComparison.Ordinal))
        {
            yield return context.At(
                Catalogue.FrontMatter.SectionIsWrong, "kind", $"a {kind.Name} does not belong into `{context.Document.Folder}`",
                help: $"move the file to `{DocumentSet.Root}{kind.Section}/{path[(path.LastIndexOf('/') + 1)..]}`");
        }
    }
}
