using DocsPipeline.Diagnostics;

namespace DocsPipeline.Flows.Validate.Rules;

/// <summary>Partners need time: 30 days before a cutover, 60 where certificates change.</summary>
internal sealed class NoticeIsShort : IRule
{
    public IEnumerable<Diagnostic> Check(Subject subject)
    {
        var due = subject.Document.FrontMatter.Find("cutover-start") is not null ? "cutover-start" : "effective";
        if (subject.Day("announced") is { } announced && subject.Day(due) is { } start)
        {
            var needed = subject.Document.FrontMatter.Text("change-type") == "certificate" ? 60 : 30;
            var given = start.DayNumber - announced.DayNumber;
            if (given < needed)
            {
                yield return subject.At(Catalogue.FrontMatter.NoticeIsShort, "announced", $"partners have {given} days, they need {needed}", help: "move the change to a later day",
                    notes: $"`{due}` is {start:yyyy-MM-dd}");
            }
        }
    }
}
