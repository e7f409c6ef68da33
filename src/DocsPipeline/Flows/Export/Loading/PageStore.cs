using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using DocsPipeline.Documents;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Export.Loading;

/// <summary>
/// What was read from Confluence and is not in git yet, on disk: memory stays flat, and a run that was killed goes on where it was. Every
/// entry is named after the version that it holds, so nothing in it grows old; the folder may be deleted at any time. Safe for concurrent
/// use by one run.
/// </summary>
internal sealed class PageStore
{
    private readonly string folder;
    private readonly ConcurrentDictionary<string, byte> used = new();

    public PageStore(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
    }

    // The moment too: a sandbox that was built anew counts its versions from one again.
    public static string KeyOf(ConfluencePage page) => Key($"page {page.Id} {page.Version} {page.ModifiedAt.UtcTicks}");

    public static string KeyOf(ConfluenceAttachment file) => Key($"file {file.Id} {file.Version} {file.ModifiedAt.UtcTicks}");

    /// <summary>An older version of a page, as the base of exactly this text of its document.</summary>
    public static string KeyOf(KnownDocument document, int version) =>
        Key($"base {document.Confluence!.Page} {version} {document.File.Blob}");

    public bool Has(string key)
    {
        used[key] = 0;
        return File.Exists(At(key));
    }

    public string? ReadText(string key) => Has(key) ? Encoding.UTF8.GetString(File.ReadAllBytes(At(key))) : null;

    /// <summary>An entry that is there.</summary>
    public FileStream OpenRead(string key) => File.OpenRead(At(key));

    public async Task PutAsync(string key, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        used[key] = 0;
        var part = At(key) + ".part";
        await using (var file = File.Create(part))
        {
            await file.WriteAsync(bytes, cancellation);
        }

        File.Move(part, At(key), overwrite: true);
    }

    /// <summary>Takes away what this run had no use for: by now it is in git, or no longer current.</summary>
    public void Prune()
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => !used.ContainsKey(Path.GetFileName(file))))
        {
            File.Delete(file);
        }
    }

    private string At(string key) => Path.Combine(folder, key);

    private static string Key(FormattableString what) => Digest.Of(what.ToString(CultureInfo.InvariantCulture))[..40];
}
