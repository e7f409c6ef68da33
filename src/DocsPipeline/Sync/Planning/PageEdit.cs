using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Sync.Planning;

/// <summary>What Publish would change on one page: the title and the body that the page gets, in storage format.</summary>
public sealed record PageEdit(Document Document, string Space, ConfluencePage Page, string Title, string Body)
{
    /// <summary>The words of the page change, beyond its properties.</summary>
    public bool ChangesText { get; init; }

    /// <summary>Page properties, and <c>title</c>, that follow the document, in order.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    public IReadOnlyList<PageFile> Files { get; init; } = [];

    /// <summary>
    /// Afterwards the page says what git says and nothing more, so that both sides begin there when either is changed again. Where writers
    /// changed other places meanwhile it does not, and their changes come with the next Export.
    /// </summary>
    public bool Agrees { get; init; }

    /// <summary>The digest of the document and its files; see <see cref="SyncedPage.Digest"/>.</summary>
    public string Digest { get; init; } = "";

    /// <summary>What people should know about the edit, such as inline comments that lose their text.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>The page says already what git says.</summary>
    public bool IsEmpty => !ChangesPage && Files.Count == 0;

    public bool ChangesPage => Title != Page.Title || Body != Page.Body;

    /// <summary>The parts that change, by name: <c>text, review-by, flow.png</c>.</summary>
    public string Reason
    {
        get
        {
            var parts = Fields.Concat(Files.Select(file => file.Name));
            return string.Join(", ", ChangesText ? parts.Prepend("text") : parts);
        }
    }

    /// <summary>What the ledger remembers once page and document agree.</summary>
    public SyncedPage Synced(int version, string commit) => new(Page.Id, version, Document.Id.Value, commit, Digest);
}

/// <summary>A file of git that a page has not, or has as it was before git changed it; it is read when it is sent.</summary>
public sealed record PageFile(string Name, ContentFile Content, string MediaType);
