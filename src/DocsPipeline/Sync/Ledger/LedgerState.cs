using System.Text;
using System.Text.Json;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;

namespace DocsPipeline.Sync.Ledger;

/// <summary>The run that made a ledger commit: which commit of the documents it brought live.</summary>
public sealed record LedgerRun(string? Commit);

/// <summary>
/// The ledger as of one of its commits: receipts by community and external id, and the last published commit. Files: <c>run.json</c>,
/// <c>receipts/&lt;community&gt;.ndjson</c>, <c>publications/&lt;community&gt;/&lt;external id&gt;.html</c>, <c>MASTER-LIST.md</c>,
/// <c>pages.ndjson</c>.
/// </summary>
public sealed class LedgerState
{
    public const string ReceiptsFolder = "receipts/";
    public const string PublicationsFolder = "publications/";
    public const string RunPath = "run.json";
    public const string MasterListPath = "MASTER-LIST.md";

    private readonly SortedDictionary<(string Community, string ExternalId), Receipt> receipts = [];

    private LedgerState(string? head) => Head = head;

    /// <summary>The ledger commit this was read from; null before the first run.</summary>
    public string? Head { get; }

    public string? PublishedCommit { get; private set; }

    public IReadOnlyDictionary<(string Community, string ExternalId), Receipt> Receipts => receipts;

    /// <summary>The Confluence pages that were brought to what git says.</summary>
    public SyncedPages Pages { get; private init; } = SyncedPages.None;

    /// <summary>What has to be read of the branch.</summary>
    public static IReadOnlyList<string> Paths { get; } = [RunPath, ReceiptsFolder, SyncedPages.Path];

    /// <summary>Reads the ledger's files; a receipt whose hash does not fit stops everything (DOC0616).</summary>
    public static LedgerState Read(string? head, IReadOnlyList<ContentFile> files)
    {
        var state = new LedgerState(head) { Pages = SyncedPages.Read(files) };
        foreach (var file in files)
        {
            if (file.Path == RunPath)
            {
                state.PublishedCommit = JsonSerializer.Deserialize(file.Bytes.Span, LedgerJson.Default.LedgerRun)?.Commit;
            }
            else if (file.Path.StartsWith(ReceiptsFolder, StringComparison.Ordinal))
            {
                state.ReadReceipts(file);
            }
        }

        return state;
    }

    private void ReadReceipts(ContentFile file)
    {
        var number = 0;
        foreach (var line in Encoding.UTF8.GetString(file.Bytes.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            number++;
            Receipt? receipt;
            try
            {
                receipt = JsonSerializer.Deserialize(line, LedgerJson.Default.Receipt);
            }
            catch (JsonException)
            {
                receipt = null;
            }

            if (receipt is not { IsIntact: true })
            {
                throw new PipelineException(ExitCode.Refused, Catalogue.Ledger.LedgerIsBroken.At(
                    $"ledger:{file.Path}", new SourceSpan(number, 1), "receipt does not fit its hash",
                    help: "find the commit that changed it with `git log -p ledger` and revert it"));
            }

            receipts[receipt.Key] = receipt;
        }
    }
}
