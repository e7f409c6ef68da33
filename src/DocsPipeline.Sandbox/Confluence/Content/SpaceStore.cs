using DocsPipeline.Sandbox.Confluence.Access;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.Confluence.Content;

internal sealed class SpaceStore(ConfluenceState state)
{
    private const string Select = "SELECT id, key, name, description, homepage_id, author_id, created_at FROM space ";

    public IReadOnlyList<Space> All() => state.Database.Rows(Select + "ORDER BY CAST(id AS INTEGER)", Read);

    public Space? Find(string id) => state.Database.First(Select + "WHERE id = @1", Read, id);

    public Space? FindByKey(string key) => state.Database.First(Select + "WHERE key = @1", Read, key);

    public Space Get(string id) => Find(id) ?? throw Refusal.NotFound();

    public void Add(Space space) => state.Database.Execute(
        "INSERT INTO space VALUES (@1, @2, @3, @4, @5, @6, @7)",
        space.Id, space.Key, space.Name, space.Description, space.HomepageId, space.AuthorId, space.CreatedAt);

    private static Space Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetString(5),
        row.GetString(6));
}
