using System.Globalization;
using System.Text;

namespace DocsPipeline.Sync.Planning;

/// <summary>A plan in words: what a terminal shows and what the ledger's commit says.</summary>
public static class PlanRenderer
{
    public static string Text(Plan plan)
    {
        var text = new StringBuilder();
        foreach (var community in plan.Changes.Select(change => change.Community).Union(plan.Links.Select(link => link.Community)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{community}\n");
            Documents(text, plan.Pending.Where(change => change.Community == community));
            foreach (var link in plan.Links.Where(link => link.Community == community))
            {
                text.Append(CultureInfo.InvariantCulture, $"  + link {link.ExternalId} on case {link.CaseNumber}\n");
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

        Ledger(text, plan);
        return text.Append(Summary(plan)).Append('\n').ToString();
    }

    public static string Summary(Plan plan)
    {
        int Count(ChangeAction action) => plan.Changes.Count(change => change.Action == action);
        var (links, pages) = (plan.Links.Count, plan.Pages.Edits.Count);
        var parts = new[]
        {
            Part(Count(ChangeAction.Create), "to create"),
            Part(Count(ChangeAction.Update), "to update"),
            Part(Count(ChangeAction.Archive), "to withdraw"),
            Part(Count(ChangeAction.Record), "to record"),
            Part(Count(ChangeAction.Unchanged), "unchanged"),
            Part(links, links == 1 ? "link to make" : "links to make"),
            Part(pages, pages == 1 ? "page to write" : "pages to write"),
            Part(plan.Refusals.Count, "refused"),
        };
        var named = parts.Where(part => part.Length > 0).ToList();
        return named.Count == 0 ? "nothing to publish" : string.Join(", ", named);
    }

    private static void Documents(StringBuilder text, IEnumerable<Change> changes)
    {
        foreach (var change in changes)
        {
            var (sign, reason) = (Sign(change.Action), change.Reason.Words());
            text.Append(CultureInfo.InvariantCulture, $"  {sign} {change.ExternalId,-40} {Readers(change),-24} {reason}\n");
            foreach (var old in change.Supersedes)
            {
                text.Append(CultureInfo.InvariantCulture, $"      takes the place of {old}\n");
            }
        }
    }

    private static void Ledger(StringBuilder text, Plan plan)
    {
        var agreeing = plan.Pages.Agreeing;
        if (agreeing.Count == 0 && !plan.MovesPublishedCommit)
        {
            return;
        }

        text.Append("ledger\n");
        foreach (var page in agreeing)
        {
            text.Append(CultureInfo.InvariantCulture, $"  = {page.Document,-40} {"",-24} its page says the same\n");
        }

        if (plan.MovesPublishedCommit)
        {
            text.Append(CultureInfo.InvariantCulture, $"  = commit {plan.Binding.Commit[..8]} becomes the published one\n");
        }
    }

    private static string Part(int count, string words) => count == 0 ? "" : $"{count} {words}";

    private static char Sign(ChangeAction action) => action switch
    {
        ChangeAction.Create => '+',
        ChangeAction.Update => '~',
        ChangeAction.Archive => '-',
        ChangeAction.Record => '=',
        _ => ' ',
    };

    private static string Readers(Change change) => change.Desired switch
    {
        null => "",
        { Readers.Count: 0 } => "for nobody",
        { Readers: var readers } => $"for {string.Join(", ", readers)}",
    };
}
