using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Rules;

internal sealed class ReviewIsOverdue : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context)
    {
        if (context.Day("review-by") is { } day && day < context.Today)
        {
            yield return context.At(
                Catalogue.FrontMatter.ReviewIsOverdue, "review-by", $"review was due on {day:yyyy-MM-dd}",
                help: "read the document again and set the next date");
        }
    }
}
