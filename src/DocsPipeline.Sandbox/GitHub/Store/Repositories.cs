using DocsPipeline.Sandbox.State;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>Repositories and who may do what in them.</summary>
internal sealed class Repositories(SandboxDatabase database)
{
    private const string Select = "select id, owner, name, description, private, default_branch, created_at, updated_at, pushed_at from "
        + "repositories ";

    public Repository? Find(string owner, string name) => database.First(Select + "where owner = @1 and name = @2", Read, owner, name);

    public IReadOnlyList<Repository> All() => database.Rows(Select + "order by id", Read);

    public Permission Of(Repository repository, User user) => database.First(
        "select permission from collaborators where repository = @1 and user = @2", row => Enum.Parse<Permission>(row.GetString(0)),
        repository.Id, user.Id);

    public void Add(Repository added) => database.Execute(
        "insert into repositories(id, owner, name, description, private, default_branch, created_at, updated_at, pushed_at) values (@1, "
        + "@2, @3, @4, @5, @6, @7, @8, @9)",
        added.Id, added.Owner, added.Name, added.Description, added.IsPrivate, added.DefaultBranch, added.CreatedAt, added.UpdatedAt,
        added.PushedAt);

    public void Allow(Repository repository, User user, Permission permission) => database.Execute(
        "insert or replace into collaborators values (@1, @2, @3)", repository.Id, user.Id, permission.ToString());

    public void Pushed(Repository repository, string at) => database.Execute(
        "update repositories set pushed_at = @2, updated_at = @2 where id = @1", repository.Id, at);

    /// <summary>The next number; issues and pull requests share them.</summary>
    public int TakeNumber(Repository repository)
    {
        database.Execute("update repositories set last_number = last_number + 1 where id = @1", repository.Id);
        return (int)database.Count("select last_number from repositories where id = @1", repository.Id);
    }

    public int OpenIssues(Repository repository) =>
        (int)database.Count("select count(*) from issues where repository = @1 and state = 'open'", repository.Id);

    private static Repository Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.GetBoolean(4), row.GetString(5),
        row.GetString(6), row.GetString(7), row.GetString(8));
}
