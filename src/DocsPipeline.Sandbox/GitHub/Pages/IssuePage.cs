using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.GitHub.Pages;

/// <summary>One issue with its comments.</summary>
internal static class IssuePage
{
    public static IResult Render(Visit visit, int number)
    {
        if (visit.State.Issues.Find(visit.Repository, number) is not { } issue)
        {
            return RepositoryPages.Missing(visit);
        }

        if (issue.IsPull)
        {
            return Results.Redirect($"{visit.Home}/pull/{number}");
        }

        var form = visit.Session is null
            ? Html.Of(
                $"""<p><a href="/github/login?return={Uri.EscapeDataString($"{visit.Home}/issues/{number}")}">Sign in to comment</a></p>""")
            : visit.Form($"{visit.Home}/issues/{number}/comment", Html.Of($"""
                <label for="body">Your comment</label><textarea id="body" name="body" rows="4"></textarea>
                <div class="actions"><button name="then" value="">Comment</button>{(!visit.MayWrite ? Html.Empty : Html.Of($"""
                    <button class="quiet" name="then"
                    value="{(issue.IsOpen ? "closed" : "open")}">{(issue.IsOpen ? "Close issue" : "Reopen issue")}</button>
                    """))}</div>
                """));
        return visit.Page($"{issue.Title} #{number}", "Issues", Html.Of($"""
            <h1>{issue.Title} <span class="soft">#{number}</span></h1>
            <p>{ListPages.State(issue)}{ListPages.Labels(visit, issue)}</p>
            {Conversation.Render(visit, issue, null)}
            <section class="card">{form}</section>
            """));
    }
}
