using DocsPipeline.Sandbox.State;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>
/// A team of an organization; <see cref="Privacy"/> is <c>secret</c> (its members and owners see it) or <c>closed</c> (all members do).
/// </summary>
internal sealed record Team(long Id, long Organization, string Name, string Slug, string? Description, string Privacy, string CreatedAt);

/// <summary>Teams and who is in them, as <c>member</c> or <c>maintainer</c>.</summary>
internal sealed class Teams(SandboxDatabase database)
{
    private const string Select = "select id, organization, name, slug, description, privacy, created_at from teams ";

    public IReadOnlyList<Team> Of(User organization) =>
        database.Rows(Select + "where organization = @1 order by name", Read, organization.Id);

    public Team? Find(long id) => database.First(Select + "where id = @1", Read, id);

    public Team? Find(User organization, string slug) =>
        database.First(Select + "where organization = @1 and slug = @2", Read, organization.Id, slug);

    public Team Add(Team added) => database.Do(() =>
    {
        database.Execute(
            "insert into teams(organization, name, slug, description, privacy, created_at) values (@1, @2, @3, @4, @5, @6)",
            added.Organization, added.Name, added.Slug, added.Description, added.Privacy, added.CreatedAt);
        return Find(database.Count("select last_insert_rowid()"))!;
    });

    public void Remove(Team team) => database.Do(() =>
    {
        database.Execute("delete from team_members where team = @1", team.Id);
        database.Execute("delete from teams where id = @1", team.Id);
    });

    public IReadOnlyList<long> Members(Team team) =>
        database.Rows("select user from team_members where team = @1 order by user", row => row.GetInt64(0), team.Id);

    /// <summary>Null for somebody who is not in the team.</summary>
    public string? Role(Team team, User user) =>
        database.First("select role from team_members where team = @1 and user = @2", row => row.GetString(0), team.Id, user.Id);

    public void Put(Team team, User user, string role) =>
        database.Execute("insert or replace into team_members values (@1, @2, @3)", team.Id, user.Id, role);

    public void Take(Team team, User user) => database.Execute("delete from team_members where team = @1 and user = @2", team.Id, user.Id);

    private static Team Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.TextOrNull(4), row.GetString(5), row.GetString(6));
}
