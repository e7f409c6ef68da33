using DocsPipeline.Sandbox.State;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>A review; <see cref="State"/> is PENDING, COMMENTED, APPROVED, CHANGES_REQUESTED or DISMISSED.</summary>
internal sealed record Review(long Id, long Issue, long User, string Body, string State, string CommitId, string? SubmittedAt);

/// <summary>Reviews of pull requests.</summary>
internal sealed class Reviews(SandboxDatabase database)
{
    private const string Select = "select id, issue, user, body, state, commit_id, submitted_at from reviews ";

    public Review? Find(Pull pull, long id) => database.First(Select + "where issue = @1 and id = @2", Read, pull.Issue.Id, id);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Review> All(Pull pull) => database.Rows(Select + "where issue = @1 order by id", Read, pull.Issue.Id);

    public Review Add(Pull pull, Review review) => database.Do(() =>
    {
        database.Execute(
            "insert into reviews(issue, user, body, state, commit_id, submitted_at) values (@1, @2, @3, @4, @5, @6)",
            pull.Issue.Id, review.User, review.Body, review.State, review.CommitId, review.SubmittedAt);
        return Find(pull, database.Count("select last_insert_rowid()"))!;
    });

    public void Save(Review review) => database.Execute(
        "update reviews set body = @2, state = @3, submitted_at = @4 where id = @1", review.Id, review.Body, review.State,
        review.SubmittedAt);

    public void Remove(Review review) => database.Execute("delete from reviews where id = @1", review.Id);

    /// <summary>What each reviewer last decided: comments decide nothing.</summary>
    public IReadOnlyList<Review> Verdicts(Pull pull) =>
        [
            .. All(pull)
                .Where(review => review.State is not ("COMMENTED" or "PENDING"))
                .GroupBy(review => review.User)
                .Select(group => group.Last())];

    private static Review Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3), row.GetString(4), row.GetString(5), row.TextOrNull(6));
}
