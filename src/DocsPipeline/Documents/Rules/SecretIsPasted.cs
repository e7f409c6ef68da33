using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Rules.Secrets;

namespace DocsPipeline.Documents.Rules;

internal sealed class SecretIsPasted : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context) => SecretDetector.Find(context.Document.Path, context.Document.Text);
}
