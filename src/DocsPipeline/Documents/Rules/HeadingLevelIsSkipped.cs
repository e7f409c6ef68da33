using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Markdown.Tree;

namespace DocsPipeline.Documents.Rules;

/// <summary>People who listen to a page go from heading to heading: a level that is missing sounds like missing text.</summary>
internal sealed class HeadingLevelIsSkipped : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context)
    {
        var level = 0;
        foreach (var heading in context.Outline.Headings)
        {
            if (level > 0 && heading.Level > level + 1)
            {
                yield return context.At(
                    Catalogue.Markdown.HeadingLevelIsSkipped, heading.Place,
                    $"heading of level {heading.Level} follows one of level {level}",
                    help: $"use `{new string('#', level + 1)}`");
            }

            level = heading.Level;
        }
    }
}
