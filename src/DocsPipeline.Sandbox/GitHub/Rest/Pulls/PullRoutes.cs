using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Rules;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Pulls;

/// <summary>Pull requests: list, open, read, change.</summary>
internal static class PullRoutes
{
    public static void MapPulls(this IEndpointRouteBuilder repository, ListLag lag)
    {
        repository.MapGet("/pulls", (Call call) => List(call, lag));
        repository.MapPost("/pulls", CreateAsync);
        repository.MapGet("/pulls/{number:int}", GetAsync);
        repository.MapPatch("/pulls/{number:int}", UpdateAsync);
    }

    private static Answer List(Call call, ListLag lag)
    {
        var (state, head, @base) = (call.Query("state") ?? "open", call.Query("head"), call.Query("base"));
        if (state is not ("open" or "closed" or "all"))
        {
            throw Refusal.Field("PullRequest", "state", "invalid");
        }

        var found = call.State.Pulls.All(call.Repository).Where(pull =>
            lag.Shows(pull.Issue.CreatedAt)
            && (state == "all" || pull.Issue.State == state)
            && (head is null || head == $"{call.Repository.Owner}:{pull.HeadRef}" || !head.Contains(':'))
            && (@base is null || @base == pull.BaseRef));
        Func<Pull, IComparable> key = call.Query("sort") switch
        {
            "updated" => pull => pull.Issue.UpdatedAt,
            "popularity" => pull => call.State.Comments.On(pull.Issue).Count,
            _ => pull => pull.Number,
        };
        var isAscending = (call.Query("direction") ?? (call.Query("sort") is null or "created" ? "desc" : "asc")) == "asc";
        var sorted = isAscending
            ? found.OrderBy(key).ThenBy(pull => pull.Number)
            : found.OrderByDescending(key).ThenByDescending(pull => pull.Number);
        return call.Page([.. sorted], pull => call.Wire(pull));
    }

    private static async Task<Answer> CreateAsync(Call call)
    {
        call.Demand(Permission.Write);
        call.Body.Demand("head", "base");
        var (head, @base) = (Branch(call, call.Body.Text("head")), call.Body.Text("base"));
        var title = call.Body.TextOrNull("title");
        if (string.IsNullOrWhiteSpace(title))
        {
            throw Refusal.Field("PullRequest", "title", "missing_field");
        }

        var git = call.Git;
        var headSha = await git.Refs.BranchAsync(head) ?? throw Refusal.Field("PullRequest", "head", "invalid");
        var baseSha = await git.Refs.BranchAsync(@base) ?? throw Refusal.Field("PullRequest", "base", "invalid");
        if (call.State.Pulls.All(call.Repository).Any(pull => pull.IsOpen && pull.HeadRef == head && pull.BaseRef == @base))
        {
            throw Refusal.Custom("PullRequest", $"A pull request already exists for {call.Repository.Owner}:{head}.");
        }

        if (await git.History.IsAncestorAsync(headSha, baseSha))
        {
            throw Refusal.Custom("PullRequest", $"No commits between {@base} and {head}");
        }

        var proposed = new Pull(
            0, null!, head, headSha, @base, baseSha, call.Body.Flag("draft") ?? false, null, null, null, Pusher(call, head));
        var pull = call.State.Pulls.Add(call.Repository, call.User, title, call.Body.TextOrNull("body"), proposed);
        await git.Refs.ForceAsync($"refs/pull/{pull.Number}/head", headSha);
        await new RefChanges(call.State, call.Repository).AskCodeOwnersAsync(pull);
        return Answer.Created(await call.WireFullAsync(pull));
    }

    private static async Task<IResult> GetAsync(Call call, int number)
    {
        var pull = call.FindPull(number);
        if (!call.Wants("diff") && !call.Wants("patch"))
        {
            return new Answer(await call.WireFullAsync(pull));
        }

        var from = await call.Git.History.MergeBaseAsync(pull.BaseSha, pull.HeadSha) ?? GitDiffs.EmptyTree;
        return call.Wants("diff")
            ? call.Form("diff", await call.Git.Diffs.PatchAsync(from, pull.HeadSha))
            : call.Form("patch", await call.Git.Diffs.MailsAsync($"{from}..{pull.HeadSha}"));
    }

    private static async Task<Answer> UpdateAsync(Call call, int number)
    {
        var pull = call.FindPull(number);
        if (pull.Issue.User != call.User.Id)
        {
            call.Demand(Permission.Write);
        }

        var (title, state, @base) =
            (call.Body.TextOrNull("title"), call.Body.OneOf("state", "open", "closed"), call.Body.TextOrNull("base"));
        if (title is not null && string.IsNullOrWhiteSpace(title))
        {
            throw Refusal.Field("PullRequest", "title", "missing_field");
        }

        if (state == "open" && !pull.IsOpen)
        {
            pull = await ReopenedAsync(call, pull);
        }

        if (@base is not null && @base != pull.BaseRef)
        {
            var tip = await call.Git.Refs.BranchAsync(@base) ?? throw Refusal.Field("PullRequest", "base", "invalid");
            pull = pull with { BaseRef = @base, BaseSha = tip };
        }

        var issue = pull.Issue with
        {
            Title = title ?? pull.Issue.Title,
            Body = call.Body.Has("body") ? call.Body.TextOrNull("body") : pull.Issue.Body,
        };
        call.State.Pulls.Save(pull with { Issue = state is null ? issue : call.State.Issues.InState(issue, state, null, call.User) });
        return new Answer(await call.WireFullAsync(call.FindPull(number)));
    }

    private static async Task<Pull> ReopenedAsync(Call call, Pull pull)
    {
        if (pull.IsMerged)
        {
            throw Refusal.Custom("PullRequest", "state cannot be changed. The pull request cannot be reopened.");
        }

        var head = await call.Git.Refs.BranchAsync(pull.HeadRef)
            ?? throw Refusal.Custom("PullRequest", $"state cannot be changed. The {pull.HeadRef} branch has been deleted.");
        if (call.State.Pulls.All(call.Repository)
            .Any(other => other.IsOpen && other.HeadRef == pull.HeadRef && other.BaseRef == pull.BaseRef))
        {
            throw Refusal.Custom(
                "PullRequest", $"state cannot be changed. There is already an open pull request from {pull.HeadRef} to {pull.BaseRef}.");
        }

        return pull with { HeadSha = head, BaseSha = await call.Git.Refs.BranchAsync(pull.BaseRef) ?? pull.BaseSha };
    }

    private static string Branch(Call call, string head)
    {
        var part = head.Split(':', 2);
        return part.Length == 1 ? head
            : part[0].Equals(call.Repository.Owner, StringComparison.OrdinalIgnoreCase) ? part[1]
            : throw Refusal.Field("PullRequest", "head", "invalid");
    }

    private static long Pusher(Call call, string branch) =>
        call.State.Activities.All(call.Repository).FirstOrDefault(one => one.Ref == $"refs/heads/{branch}")?.Actor ?? call.User.Id;
}
