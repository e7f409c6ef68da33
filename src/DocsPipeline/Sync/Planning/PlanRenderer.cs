using System.Globalization;
using System.Text;

namespace DocsPipeline.Sync.Planning;

/// <summary>A plan in words: what a terminal shows and what the file beside it holds.</summary>
public static class PlanRenderer
{
    public static string Text(Plan plan)
    {
        var text = new StringBuilder();
        foreach (var community in plan.Changes.GroupBy(change => change.Community))
        {
            text.Append(CultureInfo.InvariantCulture, $"{community.Key}\n");
            foreach (var change in community.Where(change => change.Action != ChangeAction.Unchanged))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {Sign(change.Action)} {change.ExternalId,-40} {Readers(change),-24} {change.Reason}\n");
                foreach (var old in change.Supersedes)
                {
                    text.Append(CultureInfo.InvariantCulture, $"      takes the place of {old}\n");
                }
            }
        }

        foreach (var space in plan.Pages.Edits.GroupBy(edit => edit.Space))
        {
            text.Append(CultureInfo.InvariantCulture, $"space {space.Key} in Confluence\n");
            foreach (var edit in space)
            {
                text.Append(CultureInfo.InvariantCulture, $"  ~ {edit.Document.Id,-40} {"",-24} {edit.Reason}\n");
            }
        }

        return text.Append(Summary(plan)).Append('\n').ToString();
    }

    public static string Summary(Plan plan)
    {
        int Count(ChangeAction action) => plan.Changes.Count(change => change.Action == action);
        var parts = new[]
        {
            Part(Count(ChangeAction.Create), "to create"), Part(Count(ChangeAction.Update), "to update"), Part(Count(ChangeAction.Archive), "to withdraw"),
            Part(Count(ChangeAction.Record), "to record"), Part(Count(ChangeAction.Unchanged), "unchanged"), Part(plan.Pages.Edits.Count, plan.Pages.Edits.Count == 1 ? "page to write" : "pages to write"), Part(plan.Refusals.Count, "refused"),
        };
        var named = parts.Where(part => part.Length > 0).ToList();
        return named.Count == 0 ? "nothing to publish" : string.Join(", ", named);
    }

    private static string Part(int count, string what) => count == 0 ? "" : $"{count} {what}";

    private static char Sign(ChangeAction action) => action switch
    {
        ChangeAction.Create => '+',
        ChangeAction.Update => '~',
        ChangeAction.Archive => '-',
        ChangeAction.Record => '=',
        _ => ' ',
    };

    private static string Readers(Change change) => change.Desired is { } desired ? $"for {string.Join(", ", desired.Readers)}" : "";
}
