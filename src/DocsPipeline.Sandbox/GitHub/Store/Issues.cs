using DocsPipeline.Sandbox.State;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>Issues, and the common half of pull requests.</summary>
internal sealed class Issues(SandboxDatabase database, Repositories repositories, TimeProvider clock)
{
    public const string Columns =
        "i.id, i.number, i.is_pull, i.title, i.body, i.state, i.state_reason, i.user, i.created_at, i.updated_at, i.closed_at, "
        + "i.closed_by, i.locked, i.lock_reason, i.milestone";

    private const string Select = $"select {Columns} from issues i ";

    public Issue? Find(Repository repository, int number) =>
        database.First(Select + "where i.repository = @1 and i.number = @2", Read, repository.Id, number);

    public Issue Get(long id) =>
        database.First(Select + "where i.id = @1", Read, id) ?? throw new InvalidOperationException($"no issue {id}");

    public IReadOnlyList<Issue> All(Repository repository) =>
        database.Rows(Select + "where i.repository = @1 order by i.number desc", Read, repository.Id);

    public Issue Add(Repository repository, User user, string title, string? body, bool isPull) => database.Do(() =>
    {
        var number = repositories.TakeNumber(repository);
        database.Execute(
            "insert into issues(repository, number, is_pull, title, body, state, user, created_at, updated_at) values (@1, @2, @3, @4, "
            + "@5, 'open', @6, @7, @7)",
            repository.Id, number, isPull, title, body, user.Id, clock.Now());
        return Find(repository, number)!;
    });

    public void Save(Issue issue) => database.Execute(
        """
        update issues set title = @2, body = @3, state = @4, state_reason = @5, updated_at = @6, closed_at = @7, closed_by = @8,
          locked = @9,
          lock_reason = @10, milestone = @11 where id = @1
        """,
        issue.Id, issue.Title, issue.Body, issue.State, issue.StateReason, clock.Now(), issue.ClosedAt, issue.ClosedBy, issue.Locked,
        issue.LockReason, issue.Milestone);

    public void Touch(Issue issue) => database.Execute("update issues set updated_at = @2 where id = @1", issue.Id, clock.Now());

    /// <summary>The issue in its other state; closing remembers who and when.</summary>
    public Issue InState(Issue issue, string state, string? reason, User by) => state == issue.State
        ? issue with { StateReason = reason ?? issue.StateReason }
        : state == "closed"
        ? issue with
        {
            State = state,
            StateReason = reason ?? (issue.IsPull ? null : "completed"),
            ClosedAt = clock.Now(),
            ClosedBy = by.Id,
        }
        : issue with { State = state, StateReason = issue.IsPull ? null : "reopened", ClosedAt = null, ClosedBy = null };

    public void Assign(Issue issue, IEnumerable<User> users) => Each("insert or ignore into assignees values (@1, @2)", issue, users);

    public void Unassign(Issue issue, IEnumerable<User> users) =>
        Each("delete from assignees where issue = @1 and user = @2", issue, users);

    public void AskForReview(Issue issue, IEnumerable<User> users) =>
        Each("insert or ignore into review_requests values (@1, @2)", issue, users);

    public void NoLongerAsk(Issue issue, IEnumerable<User> users) =>
        Each("delete from review_requests where issue = @1 and user = @2", issue, users);

    public static Issue Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetInt32(1), row.GetBoolean(2), row.GetString(3), row.TextOrNull(4), row.GetString(5), row.TextOrNull(6),
        row.GetInt64(7),
        row.GetString(8), row.GetString(9), row.TextOrNull(10), row.NumberOrNull(11), row.GetBoolean(12), row.TextOrNull(13),
        row.NumberOrNull(14));

    private void Each(string sql, Issue issue, IEnumerable<User> users)
    {
        foreach (var user in users)
        {
            database.Execute(sql, issue.Id, user.Id);
        }
    }
}
