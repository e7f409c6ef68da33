using DocsPipeline.Diagnostics;

namespace DocsPipeline.Flows.Validate.Rules;

internal sealed class ReviewIsOverdue : IRule
{
    public IEnumerable<Diagnostic> Check(Subject subject)
    {
        if (subject.Day("review-by") is { } day && day < subject.Library.Today)
        {
            yield return subject.At(Catalogue.FrontMatter.ReviewIsOverdue, "review-by", $"review was due on {day:yyyy-MM-dd}", help: "read the document again and set the next date");
        }
    }
}
