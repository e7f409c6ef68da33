using DocsPipeline.Sandbox.State;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>A milestone.</summary>
internal sealed record Milestone(
    long Id, int Number, string Title, string? Description, string State, long Creator, string CreatedAt, string UpdatedAt,
    string? ClosedAt, string? DueOn);

/// <summary>Milestones, numbered on their own.</summary>
internal sealed class Milestones(SandboxDatabase database)
{
    private const string Select =
        "select id, number, title, description, state, creator, created_at, updated_at, closed_at, due_on from milestones ";

    public Milestone? Find(Repository repository, int number) =>
        database.First(Select + "where repository = @1 and number = @2", Read, repository.Id, number);

    public Milestone? Get(long id) => database.First(Select + "where id = @1", Read, id);

    public IReadOnlyList<Milestone> All(Repository repository) =>
        database.Rows(Select + "where repository = @1 order by number", Read, repository.Id);

    public Milestone Add(Repository repository, Milestone added) => database.Do(() =>
    {
        var number = (int)database.Count("select coalesce(max(number), 0) + 1 from milestones where repository = @1", repository.Id);
        database.Execute(
            """
            insert into milestones(repository, number, title, description, state, creator, created_at, updated_at, closed_at, due_on)
            values (@1, @2, @3, @4, @5, @6, @7, @7, @8, @9)
            """,
            repository.Id, number, added.Title, added.Description, added.State, added.Creator, added.CreatedAt, added.ClosedAt,
            added.DueOn);
        return Find(repository, number)!;
    });

    public void Save(Milestone milestone) => database.Execute(
        "update milestones set title = @2, description = @3, state = @4, updated_at = @5, closed_at = @6, due_on = @7 where id = @1",
        milestone.Id, milestone.Title, milestone.Description, milestone.State, milestone.UpdatedAt, milestone.ClosedAt, milestone.DueOn);

    public int Issues(Milestone milestone, string state) =>
        (int)database.Count("select count(*) from issues where milestone = @1 and state = @2", milestone.Id, state);

    private static Milestone Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetInt32(1), row.GetString(2), row.TextOrNull(3), row.GetString(4), row.GetInt64(5), row.GetString(6),
        row.GetString(7),
        row.TextOrNull(8), row.TextOrNull(9));
}
