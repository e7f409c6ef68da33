using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Sync.Planning;

/// <summary>
/// What Publish would change on one page. <see cref="Agrees"/>: afterwards the page says what git says and nothing more, so that both sides begin there when either is changed
/// again. Where writers changed other places meanwhile it does not, and their changes come with the next Export.
/// </summary>
public sealed record PageEdit(Document Document, string Space, ConfluencePage Page, string Title, string Body, string Reason, bool Agrees, string Digest)
{
    public IReadOnlyList<PageFile> Files { get; init; } = [];

    /// <summary>What people should know about the edit, such as inline comments that lose their text.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What the ledger remembers once page and document agree.</summary>
    public SyncedPage Synced(int version, string commit) => new(Page.Id, version, Document.Id.Value, commit, Digest);

    /// <summary>The page says already what git says.</summary>
    public bool IsEmpty => !ChangesPage && Files.Count == 0;

    public bool ChangesPage => Title != Page.Title || Body != Page.Body;
}

/// <summary>A file of git that a page has not, or has as it was before git changed it.</summary>
public sealed record PageFile(string Name, ReadOnlyMemory<byte> Bytes, string MediaType);
