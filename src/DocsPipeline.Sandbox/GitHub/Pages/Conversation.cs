using DocsPipeline.Sandbox.GitHub.Rendering;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.GitHub.Pages;

/// <summary>What people said, in the order they said it: the description, comments, reviews and remarks on lines.</summary>
internal static class Conversation
{
    public static Html Render(Visit visit, Issue issue, Pull? pull)
    {
        var entries = visit.State.Comments.On(issue)
            .Select(comment =>
                (
                    At: comment.CreatedAt,
                    Piece: Entry(visit, comment.User, "commented", comment.CreatedAt, comment.Body, $"issuecomment-{comment.Id}")))
            .ToList();
        if (pull is not null)
        {
            entries.AddRange(visit.State.Reviews.All(pull)
                .Where(review => review.SubmittedAt is not null)
                .Select(review => (At: review.SubmittedAt!, Piece: Entry(visit, pull, review))));
        }

        return Html.Of($"""
            {Entry(visit, issue.User, "opened this", issue.CreatedAt, issue.Body, "description")}
            {Html.Join(entries.OrderBy(entry => entry.At, StringComparer.Ordinal).Select(entry => entry.Piece))}
            """);
    }

    private static Html Entry(Visit visit, long user, string did, string at, string? body, string anchor) => Html.Of($"""
        <article class="card entry" id="{anchor}">{Head(visit, user, Html.Of($"{did}"), at)}<div
        class="body">{MarkdownRenderer.Comment(body)}</div></article>
        """);

    private static Html Entry(Visit visit, Pull pull, Review review)
    {
        var (did, colour) = review.State switch
        {
            "APPROVED" => ("approved", "green"),
            "CHANGES_REQUESTED" => ("requested changes", "red"),
            "DISMISSED" => ("reviewed, no longer counted", "grey"),
            _ => ("reviewed", "blue"),
        };
        var remarks = visit.State.ReviewComments.All(pull).Where(remark => remark.Review == review.Id);
        var at = review.CommitId == pull.HeadSha ? "the current state" : $"an earlier state, {review.CommitId[..7]}";
        return Html.Of($"""
            <article class="card entry" id="pullrequestreview-{review.Id}">
            {Head(
                visit, review.User,
                Html.Of($"<span class=\"tag {colour}\">{did}</span> <span class=\"soft\">{at}</span>"), review.SubmittedAt!)}
            {(review.Body.Length == 0 ? Html.Empty : Html.Of($"<div class=\"body\">{MarkdownRenderer.Comment(review.Body)}</div>"))}
            {Html.Each(remarks, remark => Html.Of($"""
                <div id="discussion_r{remark.Id}"><p class="soft">{remark.Path}{(remark.Line is null ? "" : $", line {remark.Line}")}</p>
                <blockquote>{MarkdownRenderer.Comment(remark.Body)}</blockquote></div>
                """))}
            </article>
            """);
    }

    private static Html Head(Visit visit, long user, Html did, string at)
    {
        var person = visit.State.Users.Get(user);
        return Html.Of(
            $"""
            <p class="who"><img src="/github/avatars/{person.Id}" alt="" width="28" height="28"><span><strong>{person.Login}</strong> {did}
            <time class="soft" datetime="{at}">{at[..10]} {at[11..16]}</time></span></p>
            """);
    }
}
