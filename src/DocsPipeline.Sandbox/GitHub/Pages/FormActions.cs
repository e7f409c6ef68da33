using System.Security.Cryptography;
using System.Text;
using DocsPipeline.Sandbox.GitHub.Rest;
using DocsPipeline.Sandbox.GitHub.Rest.Pulls;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Pages;

/// <summary>What the buttons do: the same rules as the API, told in a page.</summary>
internal static class FormActions
{
    private const string Moved = "The branch changed since you opened this page. Read it again before you decide.";

    public static Task<IResult> ReviewAsync(Visit visit, int number) => ActAsync(visit, number, (pull, user, form) =>
    {
        ReviewRoutes.Judge(
            visit.State, visit.Repository, pull, user, form["event"].ToString() is { Length: > 0 } act ? act : "COMMENT",
            form["body"].ToString(), pull.HeadSha);
        return Task.CompletedTask;
    });

    public static Task<IResult> MergeAsync(Visit visit, int number) => ActAsync(visit, number, (pull, user, form) =>
        !visit.MayWrite ? throw new Refusal(403, "You may not merge here.")
        : MergeRoutes.PressAsync(
            visit.State, visit.Repository, pull, user,
            form["method"].ToString() is "squash" or "rebase" ? form["method"].ToString() : "merge"));

    public static async Task<IResult> CommentAsync(Visit visit, int number)
    {
        var form = await visit.Http.Request.ReadFormAsync();
        if (!IsOwn(visit, form) || visit.State.Issues.Find(visit.Repository, number) is not { } issue)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var (body, then) = (form["body"].ToString(), form["then"].ToString());
        await visit.State.Writer.WaitAsync();
        try
        {
            if (!string.IsNullOrWhiteSpace(body) && (!issue.Locked || visit.MayWrite))
            {
                visit.State.Comments.Add(visit.Repository, issue, visit.Session!.User, body.ReplaceLineEndings("\n"));
            }

            if (then is "open" or "closed" && visit.MayWrite)
            {
                visit.State.Issues.Save(visit.State.Issues.InState(issue, then, null, visit.Session!.User));
            }
        }
        finally
        {
            visit.State.Writer.Release();
        }

        return Results.Redirect($"{visit.Home}/issues/{number}");
    }

    private static async Task<IResult> ActAsync(Visit visit, int number, Func<Pull, User, IFormCollection, Task> act)
    {
        var form = await visit.Http.Request.ReadFormAsync();
        if (!IsOwn(visit, form) || visit.Session is not { } session)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        await visit.State.Writer.WaitAsync();
        try
        {
            if (visit.State.Pulls.Find(visit.Repository, number) is not { } pull)
            {
                return RepositoryPages.Missing(visit);
            }

            if (form["sha"] != pull.HeadSha)
            {
                return await PullPage.RenderAsync(visit, number, Moved);
            }

            await act(pull, session.User, form);
            return Results.Redirect($"{visit.Home}/pull/{number}");
        }
        catch (Refusal refusal)
        {
            return await PullPage.RenderAsync(visit, number, refusal.Errors is [{ } first, ..] ? first.ToString() : refusal.Message);
        }
        finally
        {
            visit.State.Writer.Release();
        }
    }

    private static bool IsOwn(Visit visit, IFormCollection form) => visit.Session is { } session
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(session.Csrf), Encoding.UTF8.GetBytes(form["csrf"].ToString()));
}
