using DocsPipeline.Sandbox.State;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>A check on a commit; <see cref="Output"/> is the JSON that its writer gave.</summary>
internal sealed record CheckRun(
    long Id, string HeadSha, string Name, string Status, string? Conclusion, string? ExternalId, string? DetailsUrl, string? StartedAt,
    string? CompletedAt, string Output);

/// <summary>Checks on commits.</summary>
internal sealed class CheckRuns(SandboxDatabase database)
{
    private const string Select =
        "select id, head_sha, name, status, conclusion, external_id, details_url, started_at, completed_at, output from check_runs ";

    public CheckRun? Find(Repository repository, long id) =>
        database.First(Select + "where repository = @1 and id = @2", Read, repository.Id, id);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<CheckRun> On(Repository repository, string sha) =>
        database.Rows(Select + "where repository = @1 and head_sha = @2 order by id desc", Read, repository.Id, sha);

    public CheckRun Add(Repository repository, CheckRun run) => database.Do(() =>
    {
        database.Execute(
            """
            insert into check_runs(repository, head_sha, name, status, conclusion, external_id, details_url, started_at, completed_at,
              output)
            values (@1, @2, @3, @4, @5, @6, @7, @8, @9, @10)
            """,
            repository.Id, run.HeadSha, run.Name, run.Status, run.Conclusion, run.ExternalId, run.DetailsUrl, run.StartedAt,
            run.CompletedAt, run.Output);
        return Find(repository, database.Count("select last_insert_rowid()"))!;
    });

    public void Save(CheckRun run) => database.Execute(
        """
        update check_runs set name = @2, status = @3, conclusion = @4, external_id = @5, details_url = @6, started_at = @7,
          completed_at = @8,
          output = @9 where id = @1
        """,
        run.Id, run.Name, run.Status, run.Conclusion, run.ExternalId, run.DetailsUrl, run.StartedAt, run.CompletedAt, run.Output);

    private static CheckRun Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.TextOrNull(4), row.TextOrNull(5), row.TextOrNull(6),
        row.TextOrNull(7), row.TextOrNull(8), row.GetString(9));
}
