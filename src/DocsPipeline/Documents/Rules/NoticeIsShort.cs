using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Rules;

/// <summary>Partners need time: 30 days before a cutover, 60 where certificates change.</summary>
internal sealed class NoticeIsShort : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context)
    {
        var due = context.Document.FrontMatter.Find("cutover-start") is not null ? "cutover-start" : "effective";
        if (context.Day("announced") is { } announced && context.Day(due) is { } start)
        {
            var needed = context.Document.FrontMatter.Text("change-type") == "certificate" ? 60 : 30;
            var given = start.DayNumber - announced.DayNumber;
            if (given < needed)
            {
                yield return context.At(
                    Catalogue.FrontMatter.NoticeIsShort, "announced", $"partners have {given} days, they need {needed}",
                    help: "move the change to a later day",
                    notes: $"`{due}` is {start:yyyy-MM-dd}");
            }
        }
    }
}
