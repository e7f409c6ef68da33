using DocsPipeline.Sandbox.Confluence.Access;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.Confluence.Content;

internal sealed class PropertyStore(ConfluenceState state)
{
    private const string Select = "SELECT id, content_id, key, value, version, created_at, author_id, message FROM property ";

    public IReadOnlyList<Property> Of(string contentId) =>
        state.Database.Rows(Select + "WHERE content_id = @1 ORDER BY CAST(id AS INTEGER)", Read, contentId);

    public Property Get(string contentId, string id) =>
        state.Database.First(Select + "WHERE content_id = @1 AND id = @2", Read, contentId, id) ?? throw Refusal.NotFound();

    public Property? FindByKey(string contentId, string key) =>
        state.Database.First(Select + "WHERE content_id = @1 AND key = @2", Read, contentId, key);

    public Property Create(string contentId, string key, string value, Account author) => state.Database.Do(() =>
    {
        if (FindByKey(contentId, key) is not null)
        {
            throw Refusal.Conflict($"A property with key '{key}' already exists for this content. Use update instead.");
        }

        var id = state.NextId();
        state.Database.Execute(
            "INSERT INTO property VALUES (@1, @2, @3, @4, 1, @5, @6, '')", id, contentId, key, value, state.Now, author.Id);
        return Get(contentId, id);
    });

    public Property Update(Property property, string key, string value, int number, string message, Account author)
    {
        if (key != property.Key)
        {
            throw Refusal.Bad("The key of a property cannot change.");
        }

        // Compared and written in one statement: of two writers with the same number only one may win.
        var changed = state.Database.Execute(
            "UPDATE property SET value = @2, version = @3, created_at = @4, author_id = @5, message = @6 WHERE id = @1 AND version = @3 "
            + "- 1",
            property.Id, value, number, state.Now, author.Id, message);
        if (changed == 0)
        {
            throw Refusal.Conflict(
                "Version must be incremented when updating a property. "
                + $"Current Version: [{property.Version.Number}]. Provided version: [{number}]");
        }

        return Get(property.ContentId, property.Id);
    }

    public void Delete(Property property) => state.Database.Execute("DELETE FROM property WHERE id = @1", property.Id);

    private static Property Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3),
        new Version(row.GetInt32(4), row.GetString(5), row.GetString(6), row.GetString(7), false));
}
