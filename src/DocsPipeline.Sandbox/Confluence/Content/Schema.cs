namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>The tables of <c>confluence.db</c>. Times are RFC 3339 in UTC with milliseconds, so that they sort as text.</summary>
internal static class Schema
{
    public const string Create = """
        CREATE TABLE IF NOT EXISTS space (
          id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, description TEXT NOT NULL, homepage_id TEXT,
            author_id TEXT NOT NULL, created_at TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS content (
          id TEXT PRIMARY KEY, type TEXT NOT NULL, space_id TEXT NOT NULL REFERENCES space(id), status TEXT NOT NULL, title TEXT NOT NULL,
            parent_id TEXT,
          position INTEGER NOT NULL, author_id TEXT NOT NULL, owner_id TEXT, last_owner_id TEXT, created_at TEXT NOT NULL,
            modified_at TEXT NOT NULL, version INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS content_by_parent ON content(parent_id, position);
        CREATE INDEX IF NOT EXISTS content_by_space ON content(space_id, type, status);
        CREATE TABLE IF NOT EXISTS version (
          content_id TEXT NOT NULL, number INTEGER NOT NULL, created_at TEXT NOT NULL, author_id TEXT NOT NULL, message TEXT NOT NULL,
            minor INTEGER NOT NULL,
          title TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (content_id, number));
        CREATE TABLE IF NOT EXISTS draft (
          content_id TEXT PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL, author_id TEXT NOT NULL, modified_at TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS label (id INTEGER PRIMARY KEY AUTOINCREMENT, prefix TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (prefix,
          name));
        CREATE TABLE IF NOT EXISTS content_label (content_id TEXT NOT NULL, label_id INTEGER NOT NULL, PRIMARY KEY (content_id, label_id));
        CREATE TABLE IF NOT EXISTS property (
          id TEXT PRIMARY KEY, content_id TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, version INTEGER NOT NULL,
            created_at TEXT NOT NULL,
          author_id TEXT NOT NULL, message TEXT NOT NULL, UNIQUE (content_id, key));
        CREATE TABLE IF NOT EXISTS attachment (
          id TEXT PRIMARY KEY, page_id TEXT NOT NULL, title TEXT NOT NULL, status TEXT NOT NULL, file_id TEXT NOT NULL,
            created_at TEXT NOT NULL, version INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS attachment_by_page ON attachment(page_id);
        CREATE TABLE IF NOT EXISTS attachment_version (
          attachment_id TEXT NOT NULL, number INTEGER NOT NULL, created_at TEXT NOT NULL, author_id TEXT NOT NULL, comment TEXT NOT NULL,
            minor INTEGER NOT NULL,
          media_type TEXT NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (attachment_id, number));
        CREATE TABLE IF NOT EXISTS comment (
          id TEXT PRIMARY KEY, kind TEXT NOT NULL, page_id TEXT NOT NULL, parent_id TEXT, status TEXT NOT NULL, author_id TEXT NOT NULL,
            created_at TEXT NOT NULL,
          modified_at TEXT NOT NULL, version INTEGER NOT NULL, marker_ref TEXT, selection TEXT, resolution TEXT, resolver_id TEXT,
            resolved_at TEXT);
        CREATE INDEX IF NOT EXISTS comment_by_page ON comment(page_id);
        CREATE TABLE IF NOT EXISTS comment_version (
          comment_id TEXT NOT NULL, number INTEGER NOT NULL, created_at TEXT NOT NULL, author_id TEXT NOT NULL, message TEXT NOT NULL,
            body TEXT NOT NULL,
          PRIMARY KEY (comment_id, number));
        CREATE TABLE IF NOT EXISTS restriction (
          content_id TEXT NOT NULL, operation TEXT NOT NULL, account_id TEXT NOT NULL, PRIMARY KEY (content_id, operation, account_id));
        CREATE TABLE IF NOT EXISTS sequence (last INTEGER NOT NULL);
        INSERT INTO sequence SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM sequence);
        """;

    public const string Drop = """
        DROP TABLE IF EXISTS sequence; DROP TABLE IF EXISTS restriction; DROP TABLE IF EXISTS comment_version; DROP TABLE IF EXISTS comment;
        DROP TABLE IF EXISTS attachment_version; DROP TABLE IF EXISTS attachment; DROP TABLE IF EXISTS property;
          DROP TABLE IF EXISTS content_label;
        DROP TABLE IF EXISTS label; DROP TABLE IF EXISTS draft; DROP TABLE IF EXISTS version; DROP TABLE IF EXISTS content;
          DROP TABLE IF EXISTS space;
        """;
}
