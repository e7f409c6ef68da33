using DocsPipeline.Sandbox.State;

namespace DocsPipeline.Sandbox.TradingGrid.Store;

/// <summary>The tables of <c>trading-grid.db</c>.</summary>
internal static class GridTables
{
    private static readonly string[] Names = [
        "resource", "attachment", "event", "schedule", "succession", "token", "idempotency", "setting", "session", "attempt"];

    public static void Create(SandboxDatabase database) => database.Execute("""
        CREATE TABLE IF NOT EXISTS resource (
          number INTEGER PRIMARY KEY AUTOINCREMENT, type TEXT NOT NULL, community TEXT NOT NULL, id TEXT NOT NULL, name TEXT, partner TEXT,
            body TEXT NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS resource_id ON resource (type, community, id);
        CREATE UNIQUE INDEX IF NOT EXISTS resource_name ON resource (type, community, name);
        CREATE INDEX IF NOT EXISTS resource_order ON resource (type, community, number);
        CREATE TABLE IF NOT EXISTS attachment (
          community TEXT NOT NULL, sha256 TEXT NOT NULL, media_type TEXT NOT NULL, uploaded_at INTEGER NOT NULL,
            scanned_at INTEGER NOT NULL, infected INTEGER NOT NULL,
          bytes BLOB NOT NULL, PRIMARY KEY (community, sha256));
        CREATE TABLE IF NOT EXISTS event (number INTEGER PRIMARY KEY AUTOINCREMENT, community TEXT NOT NULL, at INTEGER NOT NULL,
          body TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS schedule (community TEXT NOT NULL, document TEXT NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL,
          PRIMARY KEY (community, document));
        CREATE TABLE IF NOT EXISTS succession (community TEXT NOT NULL, successor TEXT NOT NULL, predecessor TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS succession_successor ON succession (community, successor);
        CREATE INDEX IF NOT EXISTS succession_predecessor ON succession (community, predecessor);
        CREATE TABLE IF NOT EXISTS token (hash TEXT PRIMARY KEY, client TEXT NOT NULL, scopes TEXT NOT NULL, expires_at INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS idempotency (
          client TEXT NOT NULL, key TEXT NOT NULL, print TEXT NOT NULL, status INTEGER NOT NULL, etag TEXT, location TEXT,
            body TEXT NOT NULL, kept_at INTEGER NOT NULL,
          PRIMARY KEY (client, key));
        CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, body TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS session (hash TEXT PRIMARY KEY, user TEXT NOT NULL, csrf TEXT NOT NULL, expires_at INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS attempt (email TEXT NOT NULL, at INTEGER NOT NULL);
        """);

    public static void Clear(SandboxDatabase database)
    {
        foreach (var name in Names)
        {
#pragma warning disable CA2100 // The names are the constants above.
            database.Execute($"DELETE FROM {name}");
#pragma warning restore CA2100
        }
    }
}
