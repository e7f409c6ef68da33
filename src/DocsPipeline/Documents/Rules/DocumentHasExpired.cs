using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Rules;

internal sealed class DocumentHasExpired : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context)
    {
        if (context.Day("expires") is { } day && day < context.Today)
        {
            yield return context.At(
                Catalogue.FrontMatter.DocumentHasExpired, "expires", $"document has expired on {day:yyyy-MM-dd}",
                help: "retire it, or set a later date");
        }
    }
}
