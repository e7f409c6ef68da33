using DocsPipeline.Sandbox.State;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>A remark on a line of a diff.</summary>
internal sealed record ReviewComment(
    long Id, long Issue, long Review, long User, string Path, int? Line, string Side, int Position, string Hunk, string Body,
    string CommitId,
    long? ReplyTo, string CreatedAt, string UpdatedAt);

/// <summary>Remarks on lines.</summary>
internal sealed class ReviewComments(SandboxDatabase database)
{
    private const string Select =
        "select id, issue, review, user, path, line, side, position, hunk, body, commit_id, reply_to, created_at, updated_at from "
        + "review_comments ";

    public ReviewComment? Find(Repository repository, long id) => database.First(
        Select + "where id = @1 and issue in (select id from issues where repository = @2)", Read, id, repository.Id);

    public IReadOnlyList<ReviewComment> All(Pull pull) => database.Rows(Select + "where issue = @1 order by id", Read, pull.Issue.Id);

    public ReviewComment Add(Repository repository, ReviewComment added) => database.Do(() =>
    {
        database.Execute(
            """
            insert into review_comments(issue, review, user, path, line, side, position, hunk, body, commit_id, reply_to, created_at,
              updated_at)
            values (@1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @12)
            """,
            added.Issue, added.Review, added.User, added.Path, added.Line, added.Side, added.Position, added.Hunk, added.Body,
            added.CommitId,
            added.ReplyTo, added.CreatedAt);
        return Find(repository, database.Count("select last_insert_rowid()"))!;
    });

    public void Save(ReviewComment comment) => database.Execute(
        "update review_comments set body = @2, updated_at = @3 where id = @1", comment.Id, comment.Body, comment.UpdatedAt);

    public void Remove(ReviewComment comment) => database.Execute("delete from review_comments where id = @1", comment.Id);

    private static ReviewComment Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetString(4), (int?)row.NumberOrNull(5), row.GetString(6),
        row.GetInt32(7), row.GetString(8), row.GetString(9), row.GetString(10), row.NumberOrNull(11), row.GetString(12), row.GetString(13));
}
