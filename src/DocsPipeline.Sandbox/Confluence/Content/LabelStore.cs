using DocsPipeline.Sandbox.Confluence.Access;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.Confluence.Content;

internal sealed class LabelStore(ConfluenceState state)
{
    private const string Select = "SELECT l.id, l.prefix, l.name FROM label l ";

    public IReadOnlyList<Label> Of(string contentId) => state.Database.Rows(
        Select + "JOIN content_label c ON c.label_id = l.id WHERE c.content_id = @1 ORDER BY l.id", Read, contentId);

    public IReadOnlyList<Label> InSpace(string spaceId) => state.Database.Rows(
        Select
            + "WHERE l.id IN (SELECT label_id FROM content_label JOIN content ON content.id = content_id WHERE space_id = @1) ORDER BY "
                + "l.id",
        Read, spaceId);

    public IReadOnlyList<Label> All() => state.Database.Rows(Select + "ORDER BY l.id", Read);

    public Label? Find(string name, string prefix = "global") =>
        state.Database.First(Select + "WHERE l.prefix = @1 AND l.name = @2", Read, prefix, name);

    public void Add(string contentId, string prefix, string name) => state.Database.Do(() =>
    {
        if (name.Length is 0 or > 255 || name.Any(character => char.IsWhiteSpace(character) || "():;,.?&[]#^*@!".Contains(character)))
        {
            throw Refusal.Bad($"The label name '{name}' contains characters that are not allowed.");
        }

        state.Database.Execute("INSERT OR IGNORE INTO label (prefix, name) VALUES (@1, @2)", prefix, name.ToLowerInvariant());
        state.Database.Execute("INSERT OR IGNORE INTO content_label VALUES (@1, @2)", contentId, Find(name.ToLowerInvariant(), prefix)!.Id);
    });

    public void Remove(string contentId, string name) => state.Database.Execute(
        "DELETE FROM content_label WHERE content_id = @1 AND label_id IN (SELECT id FROM label WHERE name = @2)", contentId, name);

    private static Label Read(SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2));
}
