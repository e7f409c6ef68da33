namespace DocsPipeline.Sync.Ledger;

/// <summary>
/// A page that at this version says what its document says at this commit: where both sides begin when either is changed later. <see
/// cref="Digest"/> is the SHA-256 of the document and its files, in lower-case hexadecimal.
/// </summary>
public sealed record SyncedPage(string Page, int Version, string Document, string Commit, string Digest);
