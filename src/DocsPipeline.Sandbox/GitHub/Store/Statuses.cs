using DocsPipeline.Sandbox.State;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>A commit status: error, failure, pending or success in a context.</summary>
internal sealed record Status(
    long Id, string Sha, string State, string Context, string? Description, string? TargetUrl, long Creator, string CreatedAt);

/// <summary>Commit statuses.</summary>
internal sealed class Statuses(SandboxDatabase database)
{
    /// <summary>Newest first.</summary>
    public IReadOnlyList<Status> On(Repository repository, string sha) => database.Rows(
        "select id, sha, state, context, description, target_url, creator, created_at from statuses where repository = @1 and sha = @2 "
        + "order by id desc",
        row => new Status(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.TextOrNull(4), row.TextOrNull(5), row.GetInt64(6),
            row.GetString(7)),
        repository.Id, sha);

    public IReadOnlyList<Status> Latest(Repository repository, string sha) => [.. On(repository, sha).DistinctBy(status => status.Context)];

    public Status Add(Repository repository, Status status) => database.Do(() =>
    {
        database.Execute(
            "insert into statuses(repository, sha, state, context, description, target_url, creator, created_at) values (@1, @2, @3, @4, "
            + "@5, @6, @7, @8)",
            repository.Id, status.Sha, status.State, status.Context, status.Description, status.TargetUrl, status.Creator,
            status.CreatedAt);
        return status with { Id = database.Count("select last_insert_rowid()") };
    });
}
