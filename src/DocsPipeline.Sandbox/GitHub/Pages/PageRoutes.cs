using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.GitHub.Pages;

/// <summary>The pages to look at, below <c>/github/{owner}/{repo}</c>.</summary>
internal sealed class PageRoutes(GitHubState state)
{
    private readonly Sessions sessions = new(state);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_sandbox/github.css", () => Results.Stream(
            typeof(PageRoutes).Assembly.GetManifestResourceStream("Assets/GitHub/Pages/github.css")!, "text/css; charset=utf-8"));
        routes.MapSignIn(state);

        var pages = routes.MapGroup("/github/{owner}/{repo}");
        Get(pages, "", RepositoryPages.HomeAsync);
        Get(pages, "/tree/{revision}/{**path}", visit => RepositoryPages.TreeAsync(visit, visit.Route("revision"), visit.Route("path")));
        Get(pages, "/blob/{revision}/{**path}", visit => RepositoryPages.TreeAsync(visit, visit.Route("revision"), visit.Route("path")));
        Get(pages, "/raw/{revision}/{**path}", visit => RepositoryPages.RawAsync(visit, visit.Route("revision"), visit.Route("path")));
        Get(pages, "/commit/{sha}", visit => RepositoryPages.CommitAsync(visit, visit.Route("sha")));
        Get(pages, "/pulls", visit => Task.FromResult<IResult>(ListPages.Pulls(visit)));
        Get(pages, "/pull/{number:int}", visit => PullPage.RenderAsync(visit, visit.Number));
        Get(pages, "/pull/{number:int}.diff", visit => DiffAsync(visit, visit.Number));
        Get(pages, "/pull/{number:int}.patch", visit => DiffAsync(visit, visit.Number));
        Get(pages, "/issues", visit => Task.FromResult<IResult>(ListPages.Issues(visit)));
        Get(pages, "/issues/{number:int}", visit => Task.FromResult(IssuePage.Render(visit, visit.Number)));
        Post(pages, "/pull/{number:int}/review", visit => FormActions.ReviewAsync(visit, visit.Number));
        Post(pages, "/pull/{number:int}/merge", visit => FormActions.MergeAsync(visit, visit.Number));
        Post(pages, "/issues/{number:int}/comment", visit => FormActions.CommentAsync(visit, visit.Number));
    }

    private void Get(RouteGroupBuilder pages, string pattern, Func<Visit, Task<IResult>> show) =>
        pages.MapGet(pattern, (HttpContext http, string owner, string repo) => WithAsync(http, owner, repo, show));

    private void Post(RouteGroupBuilder pages, string pattern, Func<Visit, Task<IResult>> act) =>
        pages.MapPost(pattern, (HttpContext http, string owner, string repo) => WithAsync(http, owner, repo, act));

    private static async Task<IResult> DiffAsync(Visit visit, int number)
    {
        if (visit.State.Pulls.Find(visit.Repository, number) is not { } pull)
        {
            return RepositoryPages.Missing(visit);
        }

        var from = await visit.Git.History.MergeBaseAsync(pull.BaseSha, pull.HeadSha) ?? GitDiffs.EmptyTree;
        return Results.Text(await visit.Git.Diffs.PatchAsync(from, pull.HeadSha), "text/plain; charset=utf-8");
    }

    private async Task<IResult> WithAsync(HttpContext http, string owner, string name, Func<Visit, Task<IResult>> show)
    {
        var session = sessions.Find(http.Request);
        http.SetActor(session?.User.Login ?? "anonymous");
        return state.Repositories.Find(owner, name) is { } repository
            ? await show(new Visit(state, http, repository, session))
            : new HtmlPage("Not found", Html.Raw("""
                <h1>No such repository</h1><p>The sandbox was started without it. <a href="/">Back</a></p>
                """)) { Status = StatusCodes.Status404NotFound };
    }
}
