using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.GitHub.Pages;

/// <summary>One pull request, from top to bottom as a reviewer works: what it says, what it changes, what to do.</summary>
internal static class PullPage
{
    public static async Task<IResult> RenderAsync(Visit visit, int number, string? problem = null)
    {
        if (visit.State.Pulls.Find(visit.Repository, number) is not { } pull)
        {
            return RepositoryPages.Missing(visit);
        }

        var git = visit.Git;
        var from = await git.History.MergeBaseAsync(pull.BaseSha, pull.HeadSha) ?? GitDiffs.EmptyTree;
        var commits = await git.Objects.CommitsAsync(await git.History.BetweenAsync(pull.BaseSha, pull.HeadSha));
        var checks = visit.State.CheckRuns.On(visit.Repository, pull.HeadSha).DistinctBy(run => run.Name).ToList();
        var statuses = visit.State.Statuses.Latest(visit.Repository, pull.HeadSha);
        var files = await DiffView.RenderAsync(visit, from, pull.HeadSha);
        var merge = await MergeBox.RenderAsync(visit, pull);
        return visit.Page($"{pull.Issue.Title} #{number}", "Pull requests", Html.Of($"""
            <h1>{pull.Issue.Title} <span class="soft">#{number}</span></h1>
            <p>{ListPages.State(pull)} {visit.Login(pull.Issue.User)} {(pull.IsMerged ? "brought" : "brings")}
            {Count(commits.Count, "commit")} from <code>{pull.HeadRef}</code> into
            <code>{pull.BaseRef}</code>{ListPages.Labels(visit, pull.Issue)}</p>
            {(problem is null ? Html.Empty : Html.Of($"<p class=\"notice red\" role=\"alert\">{problem}</p>"))}
            <nav class="jump" aria-label="On this page"><a href="#conversation">Conversation</a> <a href="#commits">Commits
            ({commits.Count})</a> <a href="#checks">Checks ({checks.Count + statuses.Count})</a> <a href="#files">Files</a>
            {(pull.IsOpen ? Html.Raw("<a href=\"#review\">Review</a>") : Html.Empty)} <a href="#merge">Merge</a></nav>
            <section id="conversation"><h2>Conversation</h2>{Conversation.Render(visit, pull.Issue, pull)}</section>
            <section id="commits"><h2>Commits</h2><ul class="plain card">{Html.Each(commits, commit => Line(visit, commit))}</ul></section>
            <section id="checks"><h2>Checks</h2>{Checks(checks, statuses)}</section>
            <section id="files"><h2>Files</h2>{files}</section>
            {merge}
            """)) with { Status = problem is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict };
    }

    private static Html Line(Visit visit, GitCommit commit) => Html.Of($"""
        <li><a href="{visit.Home}/commit/{commit.Sha}">{commit.Title}</a> <span class="meta">{commit.Author.Name} ·
        <code>{commit.Sha[..7]}</code></span></li>
        """);

    private static Html Checks(List<CheckRun> runs, IReadOnlyList<Status> statuses)
    {
        if (runs.Count + statuses.Count == 0)
        {
            return Html.Of($"<p class=\"card soft\">No checks ran on this commit.</p>");
        }

        return Html.Of($"""
            <ul class="plain card">{Html.Each(runs, run => Check(run.Name, run.Conclusion ?? run.Status, Title(run)))}{Html.Each(statuses,
            status => Check(status.Context, status.State, status.Description))}</ul>
            """);
    }

    private static Html Check(string name, string state, string? text) =>
        Html.Of($"<li><span class=\"tag {Colour(state)}\">{state}</span> <strong>{name}</strong> <span class=\"soft\">{text}</span></li>");

    private static string Colour(string state) => state switch
    {
        "success" => "green",
        "failure" or "error" or "timed_out" or "action_required" => "red",
        "neutral" or "skipped" or "cancelled" => "grey",
        _ => "yellow",
    };

    private static string? Title(CheckRun run) => JsonNode.Parse(run.Output)?["title"]?.ToString();

    /// <summary>A number and its thing, in the plural where it takes one.</summary>
    public static string Count(int number, string thing) => $"{number} {thing}{(number == 1 ? "" : "s")}";
}
