using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Validate.Secrets;

namespace DocsPipeline.Flows.Validate.Rules;

internal sealed class SecretIsPasted : IRule
{
    public IEnumerable<Diagnostic> Check(Subject subject) => SecretDetector.Find(subject.Document.Path, subject.Document.Text);
}
