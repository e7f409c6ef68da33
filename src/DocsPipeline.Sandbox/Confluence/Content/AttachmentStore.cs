using System.Security.Cryptography;
using System.Text;
using DocsPipeline.Sandbox.Confluence.Access;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.Confluence.Content;

internal sealed class AttachmentStore(ConfluenceState state)
{
    private const string Select = """
        SELECT a.id, a.page_id, a.title, a.status, a.file_id, a.created_at, v.number, v.created_at, v.author_id, v.comment, v.minor,
          v.media_type, v.size
        FROM attachment a JOIN attachment_version v ON v.attachment_id = a.id AND v.number = a.version
        """;

    public IReadOnlyList<Attachment> Of(string pageId) =>
        state.Database.Rows(Select + " WHERE a.page_id = @1 AND a.status = 'current' ORDER BY a.created_at, a.rowid", Read, pageId);

    public IReadOnlyList<Attachment> All() =>
        state.Database.Rows(Select + " WHERE a.status = 'current' ORDER BY a.created_at, a.rowid", Read);

    public Attachment? Find(string id) => state.Database.First(Select + " WHERE a.id = @1", Read, id);

    public Attachment? FindByTitle(string pageId, string title) => Of(pageId).FirstOrDefault(attachment => attachment.Title == title);

    public IReadOnlyList<Version> Versions(string id) => state.Database.Rows(
        "SELECT number, created_at, author_id, comment, minor FROM attachment_version WHERE attachment_id = @1 ORDER BY number DESC",
        row => new Version(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetBoolean(4)),
        id);

    public (byte[] Bytes, string MediaType)? Content(string id, int version) => state.Database.First<(byte[], string)?>(
        "SELECT bytes, media_type FROM attachment_version WHERE attachment_id = @1 AND number = @2",
        row => (row.GetFieldValue<byte[]>(0), row.GetString(1)),
        id, version);

    public Attachment Create(
        string pageId, string title, byte[] bytes, string mediaType, string comment, bool minor, Account author, string? createdAt = null)
    {
        return state.Database.Do(() =>
        {
            if (FindByTitle(pageId, title) is not null)
            {
                throw Refusal.Bad($"Cannot add a new attachment with same file name as an existing attachment: {title}");
            }

            var number = state.NextId();
            var id = "att" + number;
            var fileId = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(number)).AsSpan(0, 16)).ToString();
            state.Database.Execute(
                "INSERT INTO attachment VALUES (@1, @2, @3, 'current', @4, @5, 0)", id, pageId, title, fileId, createdAt ?? state.Now);
            return AddVersion(id, 1, bytes, mediaType, comment, minor, author, createdAt);
        });
    }

    public Attachment Replace(Attachment attachment, byte[] bytes, string mediaType, string comment, bool minor, Account author) =>
        state.Database.Do(() =>
            AddVersion(attachment.Id, Find(attachment.Id)!.Version.Number + 1, bytes, mediaType, comment, minor, author, null));

    public void Trash(Attachment attachment) =>
        state.Database.Execute("UPDATE attachment SET status = 'trashed' WHERE id = @1", attachment.Id);

    private Attachment AddVersion(
        string id, int number, byte[] bytes, string mediaType, string comment, bool minor, Account author, string? createdAt)
    {
        state.Database.Execute(
            "INSERT INTO attachment_version VALUES (@1, @2, @3, @4, @5, @6, @7, @8, @9)",
            id, number, createdAt ?? state.Now, author.Id, comment, minor, mediaType, bytes.LongLength, bytes);
        state.Database.Execute("UPDATE attachment SET version = @2 WHERE id = @1", id, number);
        return Find(id)!;
    }

    private static Attachment Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
        new Version(row.GetInt32(6), row.GetString(7), row.GetString(8), row.GetString(9), row.GetBoolean(10)), row.GetString(11),
        row.GetInt64(12));
}
