using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Storage;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.Confluence.Content;

internal sealed class CommentStore(ConfluenceState state, PageReader pages, PageWriter writer)
{
    private const string Select = """
        SELECT c.id, c.kind, c.page_id, c.parent_id, c.status, c.author_id, c.created_at, c.marker_ref, c.selection, c.resolution,
          c.resolver_id, c.resolved_at,
          v.number, v.created_at, v.author_id, v.message, v.body
        FROM comment c JOIN comment_version v ON v.comment_id = c.id AND v.number = c.version
        """;

    /// <summary>The comments of a page that are no replies, oldest first.</summary>
    public IReadOnlyList<Comment> Of(string pageId, string kind) => state.Database.Rows(
        Select + " WHERE c.page_id = @1 AND c.kind = @2 AND c.parent_id IS NULL AND c.status = 'current' ORDER BY c.created_at, c.rowid",
        Read, pageId, kind);

    public IReadOnlyList<Comment> All(string kind) => state.Database.Rows(
        Select + " WHERE c.kind = @1 AND c.parent_id IS NULL AND c.status = 'current' ORDER BY c.created_at, c.rowid", Read, kind);

    public IReadOnlyList<Comment> Replies(string id) => state.Database.Rows(
        Select + " WHERE c.parent_id = @1 AND c.status = 'current' ORDER BY c.created_at, c.rowid", Read, id);

    public Comment? Find(string id, string kind) =>
        state.Database.First(Select + " WHERE c.id = @1 AND c.kind = @2 AND c.status = 'current'", Read, id, kind);

    public Comment Get(string id, string kind) => Find(id, kind) ?? throw Refusal.NotFound();

    public IReadOnlyList<(Version Version, string Body)> Versions(string id) => state.Database.Rows(
        "SELECT number, created_at, author_id, message, body FROM comment_version WHERE comment_id = @1 ORDER BY number DESC",
        row => (new Version(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), false), row.GetString(4)),
        id);

    public Comment Create(
        string kind, string pageId, string? parentId, string body, Account author, string? markerRef = null, string? selection = null,
        string? at = null)
    {
        var id = state.NextId();
        return state.Database.Do(() =>
        {
            state.Database.Execute(
                "INSERT INTO comment VALUES (@1, @2, @3, @4, 'current', @5, @6, @6, 0, @7, @8, @9, NULL, NULL)",
                id, kind, pageId, parentId, author.Id, at ?? state.Now, markerRef, selection, kind == "inline" ? "open" : null);
            return AddVersion(id, kind, 1, body, "", author, at);
        });
    }

    /// <summary>
    /// Marks the selected text in the page. The page's version stays: that is why a version alone does not tell whether a body changed.
    /// </summary>
    public Comment CreateInline(Page page, string body, string selection, int count, int index, Account author) => state.Database.Do(() =>
    {
        var reference = Guid.NewGuid().ToString();
        var marked = InlineMarker.Insert(pages.Find(page.Id)!.Body!, selection, count, index, reference)
            ?? throw Refusal.Bad("The text selection could not be found in the page with the given match count and index.");
        writer.Mark(pages.Find(page.Id, false)!, marked);
        return Create("inline", page.Id, null, body, author, reference, selection);
    });

    public Comment Update(Comment comment, int number, string? body, string message, bool? resolved, Account author) =>
        state.Database.Do(() =>
    {
        var there = Get(comment.Id, comment.Kind).Version.Number;
        if (number != there + 1)
        {
            throw Refusal.Conflict(
                $"Version must be incremented when updating a comment. Current Version: [{there}]. Provided version: [{number}]");
        }

        if (resolved is { } done)
        {
            state.Database.Execute(
                "UPDATE comment SET resolution = @2, resolver_id = @3, resolved_at = @4 WHERE id = @1",
                comment.Id, done ? "resolved" : comment.Resolution == "resolved" ? "reopened" : comment.Resolution, author.Id, state.Now);
        }

        return AddVersion(comment.Id, comment.Kind, number, body ?? comment.Body, message, author, null);
    });

    public void Delete(Comment comment) =>
        state.Database.Execute("UPDATE comment SET status = 'deleted' WHERE id = @1 OR parent_id = @1", comment.Id);

    /// <summary>open, reopened, resolved, or dangling when the page has lost the marker.</summary>
    public string ResolutionOf(Comment comment) =>
        comment.MarkerRef is { } reference
            && pages.Find(comment.PageId)?.Body?.Contains($"ac:ref=\"{reference}\"", StringComparison.Ordinal) == false
            ? "dangling"
            : comment.Resolution ?? "open";

    private Comment AddVersion(string id, string kind, int number, string body, string message, Account author, string? at)
    {
        state.Database.Execute(
            "INSERT INTO comment_version VALUES (@1, @2, @3, @4, @5, @6)", id, number, at ?? state.Now, author.Id, message,
            OnSave.Apply(body, id, number));
        state.Database.Execute("UPDATE comment SET version = @2, modified_at = @3 WHERE id = @1", id, number, at ?? state.Now);
        return Get(id, kind);
    }

    private static Comment Read(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        Kind = row.GetString(1),
        PageId = row.GetString(2),
        ParentId = Text(row, 3),
        Status = row.GetString(4),
        AuthorId = row.GetString(5),
        CreatedAt = row.GetString(6),
        MarkerRef = Text(row, 7),
        Selection = Text(row, 8),
        Resolution = Text(row, 9),
        ResolverId = Text(row, 10),
        ResolvedAt = Text(row, 11),
        Version = new Version(row.GetInt32(12), row.GetString(13), row.GetString(14), row.GetString(15), false),
        Body = row.GetString(16),
    };

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
