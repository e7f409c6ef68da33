using DocsPipeline.Sandbox.State;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>A comment on an issue or in the conversation of a pull request.</summary>
internal sealed record Comment(long Id, long Issue, long User, string Body, string CreatedAt, string UpdatedAt);

/// <summary>Comments on issues and pull requests.</summary>
internal sealed class Comments(SandboxDatabase database, Issues issues, TimeProvider clock)
{
    private const string Select = "select id, issue, user, body, created_at, updated_at from comments ";

    public Comment? Find(Repository repository, long id) => database.First(
        Select + "where id = @1 and issue in (select id from issues where repository = @2)", Read, id, repository.Id);

    public IReadOnlyList<Comment> On(Issue issue) => database.Rows(Select + "where issue = @1 order by id", Read, issue.Id);

    public IReadOnlyList<Comment> All(Repository repository) => database.Rows(
        Select + "where issue in (select id from issues where repository = @1) order by id", Read, repository.Id);

    public Comment Add(Repository repository, Issue issue, User user, string body) => database.Do(() =>
    {
        database.Execute(
            "insert into comments(issue, user, body, created_at, updated_at) values (@1, @2, @3, @4, @4)", issue.Id, user.Id, body,
            clock.Now());
        var id = database.Count("select last_insert_rowid()");
        issues.Touch(issue);
        return Find(repository, id)!;
    });

    public Comment Edit(Comment comment, string body)
    {
        var edited = comment with { Body = body, UpdatedAt = clock.Now() };
        database.Execute("update comments set body = @2, updated_at = @3 where id = @1", edited.Id, edited.Body, edited.UpdatedAt);
        return edited;
    }

    public void Remove(Comment comment) => database.Execute("delete from comments where id = @1", comment.Id);

    private static Comment Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3), row.GetString(4), row.GetString(5));
}
