using DocsPipeline.Sandbox.State;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>Pull requests.</summary>
internal sealed class Pulls(SandboxDatabase database, Issues issues)
{
    private const string Select =
        $"select {Issues.Columns}, p.id, p.head_ref, p.head_sha, p.base_ref, p.base_sha, p.draft, p.merged_at, p.merged_by, p.merge_sha, "
        + "p.pusher from pulls p join issues i on i.id = p.issue ";

    public Pull? Find(Repository repository, int number) =>
        database.First(Select + "where i.repository = @1 and i.number = @2", Read, repository.Id, number);

    public IReadOnlyList<Pull> All(Repository repository) =>
        database.Rows(Select + "where i.repository = @1 order by i.number desc", Read, repository.Id);

    public IReadOnlyList<Pull> OpenOn(Repository repository, string branch) => database.Rows(
        Select + "where i.repository = @1 and i.state = 'open' and (p.head_ref = @2 or p.base_ref = @2)", Read, repository.Id, branch);

    public Pull Add(Repository repository, User user, string title, string? body, Pull draft) => database.Do(() =>
    {
        var issue = issues.Add(repository, user, title, body, isPull: true);
        database.Execute(
            "insert into pulls(issue, id, head_ref, head_sha, base_ref, base_sha, draft, pusher) values (@1, @2, @3, @4, @5, @6, @7, @8)",
            issue.Id, issue.Id + 500_000, draft.HeadRef, draft.HeadSha, draft.BaseRef, draft.BaseSha, draft.IsDraft, draft.Pusher);
        return Find(repository, issue.Number)!;
    });

    public void Save(Pull pull) => database.Do(() =>
    {
        issues.Save(pull.Issue);
        database.Execute(
            "update pulls set head_sha = @2, base_ref = @3, base_sha = @4, draft = @5, merged_at = @6, merged_by = @7, merge_sha = @8, "
            + "pusher = @9 where issue = @1",
            pull.Issue.Id, pull.HeadSha, pull.BaseRef, pull.BaseSha, pull.IsDraft, pull.MergedAt, pull.MergedBy, pull.MergeSha,
            pull.Pusher);
    });

    private static Pull Read(SqliteDataReader row) => new(
        row.GetInt64(15), Issues.Read(row), row.GetString(16), row.GetString(17), row.GetString(18), row.GetString(19), row.GetBoolean(20),
        row.TextOrNull(21), row.NumberOrNull(22), row.TextOrNull(23), row.GetInt64(24));
}
