using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.GitHub.Pages;

/// <summary>The lists of pull requests and of issues.</summary>
internal static class ListPages
{
    private const int Longest = 200;

    public static HtmlPage Pulls(Visit visit)
    {
        var pulls = visit.State.Pulls.All(visit.Repository);
        return Show(visit, "Pull requests", "pulls", "pull", [.. pulls.Select(pull => (pull.Issue, State(pull)))]);
    }

    public static HtmlPage Issues(Visit visit)
    {
        var issues = visit.State.Issues.All(visit.Repository).Where(issue => !issue.IsPull);
        return Show(visit, "Issues", "issues", "issues", [.. issues.Select(issue => (issue, State(issue)))]);
    }

    public static Html State(Pull pull) => pull.IsMerged ? Html.Of($"<span class=\"tag purple\">merged</span>")
        : pull is { IsOpen: true, IsDraft: true } ? Html.Of($"<span class=\"tag grey\">draft</span>")
        : State(pull.Issue, closed: "red");

    public static Html State(Issue issue, string closed = "purple") =>
        Html.Of($"<span class=\"tag {(issue.IsOpen ? "green" : closed)}\">{issue.State}</span>");

    public static Html Labels(Visit visit, Issue issue) =>
        Html.Each(visit.State.Labels.Of(issue), label => Html.Of($" <span class=\"tag grey\">{label.Name}</span>"));

    private static HtmlPage Show(Visit visit, string title, string list, string one, IReadOnlyList<(Issue Issue, Html State)> all)
    {
        var state = visit.Query("state") is "closed" or "all" ? visit.Query("state") : "open";
        var shown = all.Where(row => state == "all" || row.Issue.State == state).ToList();
        return visit.Page(title, title, Html.Of($"""
            <h1>{title}</h1>
            <p class="filters">{Html.Each(["open", "closed", "all"], word => Html.Of($"""
                <a href="{visit.Home}/{list}?state={word}"{(word == state ? Html.Raw(" aria-current=\"true\"") : Html.Empty)}>{word}</a>
                """))}</p>
            {(shown.Count == 0 ? Html.Of($"<p class=\"card soft\">Nothing here.</p>") : Html.Empty)}
            <ul class="plain">{Html.Each(shown.Take(Longest), row => Line(visit, one, row.Issue, row.State))}</ul>
            {(shown.Count > Longest ? Html.Of($"<p class=\"soft\">The newest {Longest} of {shown.Count}.</p>") : Html.Empty)}
            """));
    }

    private static Html Line(Visit visit, string kind, Issue issue, Html state) => Html.Of($"""
        <li><a class="title" href="{visit.Home}/{kind}/{issue.Number}">{issue.Title}</a>{Labels(visit, issue)}
        <div class="meta">{state} #{issue.Number} by {visit.Login(issue.User)} on {issue.CreatedAt[..10]} ·
        {PullPage.Count(visit.State.Comments.On(issue).Count, "comment")}</div></li>
        """);
}
