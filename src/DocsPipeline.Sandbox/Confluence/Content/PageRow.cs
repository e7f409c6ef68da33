using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>How a page is read from the database: its row, its version's row and what its parent is.</summary>
internal static class PageRow
{
    private const string Columns = """
        c.id, c.type, c.space_id, c.status, v.title, c.parent_id, p.type, c.position, c.author_id, c.owner_id, c.last_owner_id,
        c.created_at, v.number, v.created_at, v.author_id, v.message, v.minor, c.modified_at
        """;

    private const string From = " FROM content c LEFT JOIN content p ON p.id = c.parent_id ";

    public static string Select(bool bodies, string version = "c.version") =>
        $"SELECT {Columns}{(bodies ? ", v.body" : "")}{From}JOIN version v ON v.content_id = c.id AND v.number = {version} ";

    public static Page Read(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        Type = row.GetString(1),
        SpaceId = row.GetString(2),
        Status = row.GetString(3),
        Title = row.GetString(4),
        ParentId = Text(row, 5),
        ParentType = Text(row, 6),
        Position = row.GetInt32(7),
        AuthorId = row.GetString(8),
        OwnerId = Text(row, 9),
        LastOwnerId = Text(row, 10),
        CreatedAt = row.GetString(11),
        Version = new Version(row.GetInt32(12), row.GetString(13), row.GetString(14), row.GetString(15), row.GetBoolean(16)),
        ModifiedAt = row.GetString(17),
        Body = row.FieldCount > 18 ? row.GetString(18) : null,
    };

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
