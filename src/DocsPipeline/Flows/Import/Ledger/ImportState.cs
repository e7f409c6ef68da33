using System.Text.Json;
using DocsPipeline.Documents;
using DocsPipeline.Sync.Branches;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Import.Ledger;

/// <summary>Claims, records and the cursor of one community, below <c>imports/&lt;community&gt;/</c> of the ledger.</summary>
public sealed class ImportState
{
    private const string Root = "imports/";

    private readonly LedgerBranch branch;
    private readonly string folder;
    private readonly Dictionary<ItemReference, ImportRecord> records = [];
    private readonly Dictionary<string, ContentFile> unsaved = new(StringComparer.Ordinal);
    private string? head;

    private ImportState(LedgerBranch branch, string community, string? head) =>
        (this.branch, folder, this.head) = (branch, $"{Root}{community}/", head);

    /// <summary>How far the feed has been read; null from the beginning.</summary>
    public string? Cursor { get; private set; }

    public static async Task<ImportState> ReadAsync(LedgerBranch branch, string community, CancellationToken cancellation)
    {
        var state = new ImportState(branch, community, await branch.HeadAsync(cancellation));
        foreach (var file in await branch.ReadAsync(state.head, [state.folder], cancellation))
        {
            if (file.Path == state.CursorPath)
            {
                state.Cursor = JsonSerializer.Deserialize(file.Bytes.Span, ImportJson.Default.ImportCursor)?.Cursor;
            }
            else if (JsonSerializer.Deserialize(file.Bytes.Span, ImportJson.Default.ImportRecord) is { } record)
            {
                state.records[record.Reference] = record;
            }
        }

        return state;
    }

    public ImportRecord? Find(ItemReference item) => records.GetValueOrDefault(item);

    public void Remember(ImportRecord record)
    {
        if (Find(record.Reference) != record)
        {
            records[record.Reference] = record;
            Put($"{folder}{record.Reference}.json", JsonSerializer.SerializeToUtf8Bytes(record, ImportJson.Default.ImportRecord));
        }
    }

    /// <summary>
    /// Moves the cursor, if anything else is worth a commit: events that we caused ourselves are read again rather than answered with a
    /// write.
    /// </summary>
    public void Advance(string cursor)
    {
        if (unsaved.Count > 0 && cursor != Cursor)
        {
            Cursor = cursor;
            Put(CursorPath, JsonSerializer.SerializeToUtf8Bytes(new ImportCursor(cursor), ImportJson.Default.ImportCursor));
        }
    }

    /// <summary>One commit with all that is new; none where nothing is. DOC0617 where another run was faster.</summary>
    public async Task SaveAsync(string message, CancellationToken cancellation)
    {
        if (unsaved.Count > 0)
        {
            head = await branch.AppendAsync(head, message, unsaved.Values, cancellation);
            unsaved.Clear();
        }
    }

    private string CursorPath => folder + "cursor.json";

    private void Put(string path, byte[] json) => unsaved[path] = new ContentFile(path, (byte[])[.. json, (byte)'\n']);
}
