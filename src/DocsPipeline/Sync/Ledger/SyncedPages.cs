using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;

namespace DocsPipeline.Sync.Ledger;

/// <summary>
/// What the ledger remembers of pages that Publish brought to what git says, one JSON line a page in <c>pages.ndjson</c>. Front matter
/// knows the version that was exported last; only a pull request can change it, so the versions that Publish wrote itself stand here.
/// </summary>
public sealed class SyncedPages
{
    public const string Path = "pages.ndjson";

    private readonly SortedDictionary<string, SyncedPage> pages;

    private SyncedPages(IEnumerable<SyncedPage> pages) =>
        this.pages = new SortedDictionary<string, SyncedPage>(pages.ToDictionary(page => page.Page), StringComparer.Ordinal);

    public static SyncedPages None { get; } = new([]);

    /// <summary>Reads the file where it is among those of a ledger commit; DOC0616 where a line is not one that Publish wrote.</summary>
    public static SyncedPages Read(IEnumerable<ContentFile> files)
    {
        var read = new Dictionary<string, SyncedPage>(StringComparer.Ordinal);
        var lines = files.Where(file => file.Path == Path).SelectMany(file => Encoding.UTF8.GetString(file.Bytes.Span).Split('\n'));
        foreach (var (index, line) in lines.Index().Where(line => line.Item.Length > 0))
        {
            var page = Parse(line) ?? throw new PipelineException(ExitCode.Refused, Catalogue.Ledger.LedgerIsBroken.At(
                $"ledger:{Path}", new SourceSpan(index + 1, 1), "line does not describe a page",
                help: "find the commit that changed it with `git log -p ledger` and revert it"));
            read[page.Page] = page;
        }

        return new SyncedPages(read.Values);
    }

    public SyncedPage? Find(string page) => pages.GetValueOrDefault(page);

    /// <summary>
    /// The version that a document's page is compared with: the one that was exported last, or the one that Publish wrote after that.
    /// </summary>
    public int VersionOf(ConfluenceSource source) => Math.Max(source.Version, Find(source.Page)?.Version ?? 0);

    public SyncedPages With(IEnumerable<SyncedPage> more)
    {
        var all = pages.ToDictionary();
        foreach (var page in more)
        {
            all[page.Page] = page;
        }

        return new SyncedPages(all.Values);
    }

    /// <summary>The same pages give the same bytes.</summary>
    public ContentFile ToFile()
    {
        var lines = pages.Values.Select(page => JsonSerializer.Serialize(page, SyncedPagesJson.Default.SyncedPage) + "\n");
        return new ContentFile(Path, Encoding.UTF8.GetBytes(string.Concat(lines)));
    }

    public bool Same(SyncedPages other) => pages.Values.SequenceEqual(other.pages.Values);

    private static SyncedPage? Parse(string line)
    {
        try
        {
            var page = JsonSerializer.Deserialize(line, SyncedPagesJson.Default.SyncedPage);
            return page is { Page.Length: > 0, Version: > 0, Digest.Length: 64 } ? page : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SyncedPage))]
internal sealed partial class SyncedPagesJson : JsonSerializerContext;
