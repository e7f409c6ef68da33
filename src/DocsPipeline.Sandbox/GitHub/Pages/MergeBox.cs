using DocsPipeline.Sandbox.GitHub.Rules;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.GitHub.Pages;

/// <summary>What stands between a pull request and its merge, and the buttons: Approve, Request changes, Comment, Merge.</summary>
internal static class MergeBox
{
    public static async Task<Html> RenderAsync(Visit visit, Pull pull)
    {
        if (!pull.IsOpen)
        {
            return Html.Of($"""
                <section class="card" id="merge"><h2>{(pull.IsMerged ? "Merged" : "Closed")}</h2>
                <p>{(pull.IsMerged
                    ? $"{visit.Login(pull.MergedBy!.Value)} merged this on {pull.MergedAt![..10]}."
                    : "This was closed without a merge.")}</p></section>
                """);
        }

        var verdict = await new MergeRules(visit.State, visit.Repository).JudgeAsync(pull);
        return Html.Of($"""
            {Review(visit, pull)}
            <section class="card" id="merge"><h2>Merge</h2>
            <ul class="plain">{Html.Join(Facts(visit, pull, verdict))}</ul>
            {Button(visit, pull, verdict)}
            </section>
            """);
    }

    private static Html Review(Visit visit, Pull pull)
    {
        if (visit.Session is not { } session)
        {
            var back = Uri.EscapeDataString($"{visit.Home}/pull/{pull.Number}#review");
            return Html.Of($"""
                <section class="card" id="review"><h2>Review</h2>
                <p><a class="button" href="/github/login?return={back}">Sign in to review</a></p></section>
                """);
        }

        var isAuthor = session.User.Id == pull.Issue.User;
        var verdicts = Html.Of($"""
            <button name="event" value="APPROVE">Approve</button>
            <button name="event" value="REQUEST_CHANGES" class="danger">Request changes</button>
            """);
        return Html.Of($"""
            <section class="card" id="review"><h2>Review</h2>
            {(isAuthor ? Html.Of($"<p class=\"soft\">You opened this pull request: somebody else has to approve it.</p>") : Html.Empty)}
            {visit.Form($"{visit.Home}/pull/{pull.Number}/review", Html.Of($"""
                <input type="hidden" name="sha" value="{pull.HeadSha}">
                <label for="body">Your words</label><textarea id="body" name="body" rows="4"></textarea>
                <div class="actions">{(isAuthor ? Html.Empty : verdicts)}
                <button name="event" value="COMMENT" class="quiet">Comment</button></div>
                """))}
            </section>
            """);
    }

    private static IEnumerable<Html> Facts(Visit visit, Pull pull, MergeVerdict verdict)
    {
        foreach (var review in visit.State.Reviews.Verdicts(pull).Where(review => review.State != "DISMISSED"))
        {
            yield return review.State == "APPROVED"
                ? Fact("✓", "green", $"{visit.Login(review.User)} approved")
                : Fact("✗", "red", $"{visit.Login(review.User)} requested changes");
        }

        foreach (var asked in visit.State.Users.AskedToReview(pull.Issue.Id))
        {
            yield return Fact("…", "yellow", $"{asked.Login} was asked to review");
        }

        foreach (var reason in verdict.Reasons)
        {
            yield return Fact("✗", "red", reason);
        }

        yield return verdict.IsClean
            ? Fact("✓", "green", $"No conflicts with {pull.BaseRef}")
            : Fact("✗", "red", $"Conflicts with {pull.BaseRef} must be resolved first");
    }

    private static Html Fact(string sign, string colour, string text) =>
        Html.Of($"""<li><span class="sign {colour}" aria-hidden="true">{sign}</span> {text}</li>""");

    private static Html Button(Visit visit, Pull pull, MergeVerdict verdict)
    {
        if (!visit.MayWrite)
        {
            return Html.Of($"<p class=\"soft\">{(visit.Session is null ? "Sign in to merge." : "You may not merge here.")}</p>");
        }

        return !verdict.IsAllowed
            ? Html.Raw("<p><button disabled>Merge pull request</button></p>")
            : visit.Form($"{visit.Home}/pull/{pull.Number}/merge", Html.Of($"""
                <input type="hidden" name="sha" value="{pull.HeadSha}">
                <label for="method">How</label>
                <select id="method" name="method"><option value="merge">Create a merge commit</option>
                <option value="squash">Squash into one commit</option><option value="rebase">Rebase commit by commit</option></select>
                <div class="actions"><button>Merge pull request</button></div>
                """));
    }
}
