using System.Globalization;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Documents.Snapshots;

namespace DocsPipeline.Documents.Rules.Summaries;

/// <summary>
/// What earlier runs found out about documents, in one file of a folder that may be deleted at any time. A document is known by what it
/// holds; everything known is forgotten when the program, the settings, a schema or the day is another. A file that is damaged, or that
/// cannot be read or written, is as good as none.
/// </summary>
/// <param name="folder">Made when it is needed.</param>
/// <param name="name">Of the file, one for each folder of content.</param>
public sealed class SummaryCache(string folder, string name)
{
    /// <summary>The newest files that are kept; each belongs to another folder of content.</summary>
    private const int Kept = 8;

    private const string Extension = ".summaries";

    internal KnownSummaries Open(ContentSnapshot content, DateOnly today)
    {
        var key = KeyOf(content, today);
        return new KnownSummaries(key, Read(key), Write);
    }

    private SummaryFile Read(string key)
    {
        try
        {
            return SummaryFile.Read(File.ReadAllBytes(Path.Combine(folder, name + Extension)), key);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return SummaryFile.Nothing;
        }
    }

    // Whole or not at all, and the last of several runs wins: each of them would have written the same about the same document.
    private void Write(byte[] bytes)
    {
        var fresh = Path.Combine(folder, $"{Path.GetRandomFileName()}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(fresh, bytes);
            File.Move(fresh, Path.Combine(folder, name + Extension), overwrite: true);
            foreach (
                var old in new DirectoryInfo(folder).EnumerateFiles().OrderByDescending(file => file.LastWriteTimeUtc).Skip(Kept).ToList())
            {
                old.Delete();
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The next run works it out again.
        }
    }

    private static string KeyOf(ContentSnapshot content, DateOnly today) => Digest.Of(string.Join('\n',
    [
        typeof(SummaryCache).Module.ModuleVersionId.ToString(),
        Environment.Version.ToString(),
        CultureInfo.CurrentCulture.Name,
        today.ToString("O", CultureInfo.InvariantCulture),
        .. content.Files.Where(file => file.Path == PipelineSettings.Path || file.Path.StartsWith("schemas/", StringComparison.Ordinal))
            .Select(file => $"{Digest.Of(file.Bytes.Span)} {file.Path}"),
    ]));
}
