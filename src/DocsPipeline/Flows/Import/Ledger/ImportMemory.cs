using System.Text.Json;
using DocsPipeline.Documents;
using DocsPipeline.Sync.Branches;

namespace DocsPipeline.Flows.Import.Ledger;

/// <summary>Claims, records and the cursor of one community, below <c>imports/&lt;community&gt;/</c> of the ledger.</summary>
public sealed class ImportMemory
{
    private const string Root = "imports/";

    private readonly LedgerBranch branch;
    private readonly string folder;
    private readonly Dictionary<string, ImportRecord> records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContentFile> unsaved = new(StringComparer.Ordinal);
    private string? head;

    private ImportMemory(LedgerBranch branch, string community, string? head) => (this.branch, folder, this.head) = (branch, $"{Root}{community}/", head);

    public string? Cursor { get; private set; }

    public static async Task<ImportMemory> ReadAsync(LedgerBranch branch, string community, CancellationToken cancellation)
    {
        var memory = new ImportMemory(branch, community, await branch.HeadAsync(cancellation));
        foreach (var file in await branch.ReadAsync(memory.head, [memory.folder], cancellation))
        {
            if (file.Path == memory.CursorPath)
            {
                memory.Cursor = JsonSerializer.Deserialize(file.Bytes.Span, ImportJson.Default.ImportCursor)?.Cursor;
            }
            else if (JsonSerializer.Deserialize(file.Bytes.Span, ImportJson.Default.ImportRecord) is { } record)
            {
                memory.records[record.Key] = record;
            }
        }

        return memory;
    }

    public ImportRecord? Find(string type, string id) => records.GetValueOrDefault($"{type}/{id}");

    public void Remember(ImportRecord record)
    {
        if (records.GetValueOrDefault(record.Key) != record)
        {
            records[record.Key] = record;
            Put($"{folder}{record.Type}/{record.Id}.json", JsonSerializer.SerializeToUtf8Bytes(record, ImportJson.Default.ImportRecord));
        }
    }

    /// <summary>Moves the cursor, if anything else is worth a commit: events that we caused ourselves are read again rather than answered with a write.</summary>
    public void Advance(string cursor)
    {
        if (unsaved.Count > 0 && cursor != Cursor)
        {
            Cursor = cursor;
            Put(CursorPath, JsonSerializer.SerializeToUtf8Bytes(new ImportCursor(cursor), ImportJson.Default.ImportCursor));
        }
    }

    /// <summary>One commit with all that is new; none where nothing is.</summary>
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
