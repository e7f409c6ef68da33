using DocsPipeline.Sandbox.State;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>A request to bring a commit into an environment; <see cref="Payload"/> is JSON.</summary>
internal sealed record Deployment(
    long Id, string Sha, string Ref, string Task, string Environment, string? Description, string Payload, long Creator, bool IsTransient,
    bool IsProduction, string CreatedAt, string UpdatedAt);

/// <summary>One step of a deployment.</summary>
internal sealed record DeploymentStatus(
    long Id, long Deployment, string State, string Description, string Environment, string EnvironmentUrl, string LogUrl, long Creator,
    string CreatedAt);

/// <summary>Deployments and their statuses.</summary>
internal sealed class Deployments(SandboxDatabase database)
{
    private const string Select =
        "select id, sha, ref, task, environment, description, payload, creator, transient, production, created_at, updated_at from "
        + "deployments ";

    public Deployment? Find(Repository repository, long id) =>
        database.First(Select + "where repository = @1 and id = @2", Read, repository.Id, id);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Deployment> All(Repository repository) =>
        database.Rows(Select + "where repository = @1 order by id desc", Read, repository.Id);

    public Deployment Add(Repository repository, Deployment added) => database.Do(() =>
    {
        database.Execute(
            """
            insert into deployments(repository, sha, ref, task, environment, description, payload, creator, transient, production,
              created_at, updated_at)
            values (@1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @11)
            """,
            repository.Id, added.Sha, added.Ref, added.Task, added.Environment, added.Description, added.Payload, added.Creator,
            added.IsTransient,
            added.IsProduction, added.CreatedAt);
        return Find(repository, database.Count("select last_insert_rowid()"))!;
    });

    public IReadOnlyList<DeploymentStatus> StatusesOf(Deployment deployment) => database.Rows(
        """
        select id, deployment, state, description, environment, environment_url, log_url, creator, created_at from deployment_statuses
        where deployment = @1 order by id desc
        """,
        row => new DeploymentStatus(
            row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6),
            row.GetInt64(7), row.GetString(8)),
        deployment.Id);

    public DeploymentStatus Add(DeploymentStatus added) => database.Do(() =>
    {
        database.Execute(
            """
            insert into deployment_statuses(deployment, state, description, environment, environment_url, log_url, creator, created_at)
            values (@1, @2, @3, @4, @5, @6, @7, @8)
            """,
            added.Deployment, added.State, added.Description, added.Environment, added.EnvironmentUrl, added.LogUrl, added.Creator,
            added.CreatedAt);
        var id = database.Count("select last_insert_rowid()");
        database.Execute("update deployments set updated_at = @2 where id = @1", added.Deployment, added.CreatedAt);
        return added with { Id = id };
    });

    public void Remove(Deployment deployment) => database.Do(() =>
    {
        database.Execute("delete from deployment_statuses where deployment = @1", deployment.Id);
        database.Execute("delete from deployments where id = @1", deployment.Id);
    });

    private static Deployment Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.TextOrNull(5), row.GetString(6),
        row.GetInt64(7),
        row.GetBoolean(8), row.GetBoolean(9), row.GetString(10), row.GetString(11));
}
