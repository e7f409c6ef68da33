using DocsPipeline.Sandbox.State;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>Accounts and their tokens.</summary>
internal sealed class Users(SandboxDatabase database)
{
    private const string NoReply = "@users.noreply.github.com";
    private const string Select = "select id, login, name, email, type, admin, created_at from users ";

    public User Get(long id) => database.First(Select + "where id = @1", Read, id) ?? throw new InvalidOperationException($"no user {id}");

    public User? ByLogin(string login) => database.First(Select + "where login = @1", Read, login);

    public User? ByToken(string token) => database.First(Select + "where token = @1", Read, token);

    /// <summary>
    /// Whose address this is; the private one that GitHub gives every account (<c>[id+]login@users.noreply.github.com</c>) counts too.
    /// </summary>
    public User? ByEmail(string email) => database.First(Select + "where email = @1 collate nocase", Read, email)
        ?? (
            email.EndsWith(NoReply, StringComparison.OrdinalIgnoreCase)
                ? ByLogin(email[(email.IndexOf('+', StringComparison.Ordinal) + 1)..^NoReply.Length])
                : null);

    public IReadOnlyList<User> WithAccess(long repository) => database.Rows(
        Select + "where id in (select user from collaborators where repository = @1) order by id", Read, repository);

    public IReadOnlyList<User> Assigned(long issue) =>
        database.Rows(Select + "where id in (select user from assignees where issue = @1) order by id", Read, issue);

    public IReadOnlyList<User> AskedToReview(long issue) =>
        database.Rows(Select + "where id in (select user from review_requests where issue = @1) order by id", Read, issue);

    public void Add(User user, string? token) => database.Execute(
        "insert into users values (@1, @2, @3, @4, @5, @6, @7, @8)",
        user.Id, user.Login, user.Name, user.Email, user.Type, user.IsAdmin, token, user.CreatedAt);

    private static User Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.GetString(4), row.GetBoolean(5), row.GetString(6));
}
