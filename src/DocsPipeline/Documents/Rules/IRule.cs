using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Rules;

/// <summary>One way to go wrong, looked for in one document by itself. Rules hold no state and touch nothing.</summary>
internal interface IRule
{
    IEnumerable<Diagnostic> Check(RuleContext context);
}
