using System.Globalization;
using System.Text;

namespace DocsPipeline.Sandbox.Confluence.Content;

internal sealed class PageReader(ConfluenceState state)
{
    public Page? Find(string id, bool bodies = true) =>
        state.Database.First(PageRow.Select(bodies) + "WHERE c.id = @1", PageRow.Read, id);

    public Page? FindByTitle(string spaceId, string title) => state.Database.First(
        PageRow.Select(true) + "WHERE c.space_id = @1 AND c.title = @2 AND c.type = 'page' AND c.status = 'current'", PageRow.Read, spaceId,
        title);

    public Page? FindVersion(string id, int number) =>
        state.Database.First(PageRow.Select(true, "@2") + "WHERE c.id = @1", PageRow.Read, id, number) is { } page
            ? page with { Status = Find(id, false)!.Version.Number == number ? page.Status : "historical" }
            : null;

    /// <summary>The unpublished edit, shown as version 1 of a draft as Cloud does.</summary>
    public Page? FindDraft(string id) => Find(id, false) is not { } page
        ? null
        : state.Database.First(
            "SELECT title, body, author_id, modified_at FROM draft WHERE content_id = @1",
            row => page with
            {
                Status = "draft",
                Title = row.GetString(0),
                Body = row.GetString(1),
                Version = new Version(1, row.GetString(3), row.GetString(2), "", false),
            },
            id);

    public IReadOnlyList<Page> List(PageQuery query)
    {
        var descending = query.Sort.StartsWith('-');
        var column = query.Sort.TrimStart('-') switch
        {
            "id" => "CAST(c.id AS INTEGER)",
            "created-date" => "c.created_at",
            "modified-date" => "c.modified_at",
            "title" => "c.title",
            _ => throw new ArgumentException($"There is no order '{query.Sort}'."),
        };
        var values = new List<object?>();
        var sql = new StringBuilder(PageRow.Select(query.Bodies)).Append("WHERE c.type = 'page'");
        In(sql, values, "c.id", query.Ids);
        In(sql, values, "c.space_id", query.Spaces);
        In(sql, values, "c.status", query.Statuses);
        if (query.Title is not null)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND c.title = {Bind(values, query.Title)}");
        }

        if (query.LabelId is { } label)
        {
            sql.Append(
                CultureInfo.InvariantCulture,
                $" AND c.id IN (SELECT content_id FROM content_label WHERE label_id = {Bind(values, label)})");
        }

        if (query.RootOnly)
        {
            sql.Append(" AND (c.parent_id IS NULL OR c.parent_id NOT IN (SELECT id FROM content WHERE status <> 'trashed'))");
        }

        if (query.After is var (value, id))
        {
            var comparison = descending ? "<" : ">";
            object typed = column.StartsWith("CAST", StringComparison.Ordinal) ? long.Parse(value, CultureInfo.InvariantCulture) : value;
            var key = long.Parse(id, CultureInfo.InvariantCulture);
            sql.Append(
                CultureInfo.InvariantCulture,
                $" AND ({column}, CAST(c.id AS INTEGER)) {comparison} ({Bind(values, typed)}, {Bind(values, key)})");
        }

        var direction = descending ? "DESC" : "ASC";
        sql.Append(CultureInfo.InvariantCulture, $" ORDER BY {column} {direction}, CAST(c.id AS INTEGER) {direction} LIMIT {query.Limit}");
        return state.Database.Rows(sql.ToString(), PageRow.Read, [.. values]);
    }

    public IReadOnlyList<Version> Versions(string id) => state.Database.Rows(
        "SELECT number, created_at, author_id, message, minor FROM version WHERE content_id = @1 ORDER BY number DESC",
        row => new Version(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetBoolean(4)),
        id);

    private static void In(StringBuilder sql, List<object?> values, string column, IReadOnlyList<string> wanted)
    {
        if (wanted.Count > 0)
        {
            sql.Append(
                CultureInfo.InvariantCulture, $" AND {column} IN ({string.Join(", ", wanted.Select(value => Bind(values, value)))})");
        }
    }

    private static string Bind(List<object?> values, object value)
    {
        values.Add(value);
        return $"@{values.Count}";
    }
}
