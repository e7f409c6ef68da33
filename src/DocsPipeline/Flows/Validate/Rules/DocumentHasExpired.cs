using DocsPipeline.Diagnostics;

namespace DocsPipeline.Flows.Validate.Rules;

internal sealed class DocumentHasExpired : IRule
{
    public IEnumerable<Diagnostic> Check(Subject subject)
    {
        if (subject.Day("expires") is { } day && day < subject.Library.Today)
        {
            yield return subject.At(Catalogue.FrontMatter.DocumentHasExpired, "expires", $"document has expired on {day:yyyy-MM-dd}", help: "retire it, or set a later date");
        }
    }
}
