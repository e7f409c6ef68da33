using DocsPipeline.Sandbox.State;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>
/// Where deployments go, and what has to be waited for; <see cref="Reviewers"/> and <see cref="Policy"/> are JSON as it came.
/// </summary>
internal sealed record DeploymentEnvironment(
    long Id, string Name, int WaitTimer, bool PreventsSelfReview, string Reviewers, string? Policy, string CreatedAt, string UpdatedAt)
{
    public static DeploymentEnvironment New(string name, string now) => new(0, name, 0, false, "[]", null, now, now);
}

/// <summary>The environments of each repository.</summary>
internal sealed class Environments(SandboxDatabase database)
{
    private const string Select =
        "select id, name, wait_timer, prevent_self_review, reviewers, policy, created_at, updated_at from environments where repository "
        + "= @1 ";

    public IReadOnlyList<DeploymentEnvironment> All(Repository repository) => database.Rows(Select + "order by id", Read, repository.Id);

    public DeploymentEnvironment? Find(Repository repository, string name) =>
        database.First(Select + "and name = @2", Read, repository.Id, name);

    /// <summary>Adds it, or changes the one of that name.</summary>
    public void Put(Repository repository, DeploymentEnvironment wanted) => database.Execute(
        """
        insert into environments(repository, name, wait_timer, prevent_self_review, reviewers, policy, created_at, updated_at)
        values (@1, @2, @3, @4, @5, @6, @7, @8)
        on conflict(repository, name) do update set wait_timer = @3, prevent_self_review = @4, reviewers = @5, policy = @6, updated_at = @8
        """,
        repository.Id, wanted.Name, wanted.WaitTimer, wanted.PreventsSelfReview, wanted.Reviewers, wanted.Policy, wanted.CreatedAt,
        wanted.UpdatedAt);

    public void Remove(Repository repository, DeploymentEnvironment one) =>
        database.Execute("delete from environments where repository = @1 and id = @2", repository.Id, one.Id);

    private static DeploymentEnvironment Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetBoolean(3), row.GetString(4), row.TextOrNull(5), row.GetString(6),
        row.GetString(7));
}
