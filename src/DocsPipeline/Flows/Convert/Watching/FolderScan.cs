using System.IO.Enumeration;
using DocsPipeline.Documents;

namespace DocsPipeline.Flows.Convert.Watching;

/// <summary>
/// The files of a folder at one moment. A clock counts in steps: a file that changed within the last step may change again and have the
/// same time, so what is so young is known by its content too, and goes on being so while it stays as it is.
/// </summary>
internal sealed class FolderScan
{
    /// <summary>The longest step of a file system that is in use.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(2);

    private readonly HashSet<string> young = new(StringComparer.Ordinal);

    private FolderScan(Dictionary<string, FileStamp> files) => Files = files;

    /// <summary>Nothing was looked at yet.</summary>
    public static FolderScan None { get; } = new([]);

    /// <summary>By path below the folder, with <c>/</c>.</summary>
    public IReadOnlyDictionary<string, FileStamp> Files { get; }

    /// <summary>Looks at the files of one format.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="format">What they hold.</param>
    /// <param name="before">What was seen the last time.</param>
    /// <param name="now">In UTC.</param>
    public static FolderScan Of(string folder, ConvertFormat format, FolderScan before, DateTime now)
    {
        var files = new Dictionary<string, FileStamp>(StringComparer.Ordinal);
        var scan = new FolderScan(files);
        foreach (var (path, length, changed) in FolderFiles.Of(folder, format,
            (path, ref entry) => (path, entry.Length, entry.LastWriteTimeUtc.UtcDateTime)))
        {
            if (changed > now - Step)
            {
                scan.young.Add(path);
            }

            files[path] = new FileStamp(length, changed.Ticks, scan.Content(folder, path, length, changed.Ticks, before));
        }

        return scan;
    }

    private string? Content(string folder, string path, long length, long changed, FolderScan before)
    {
        var known = before.Files.TryGetValue(path, out var last) && (last.Length, last.Changed) == (length, changed);
        return young.Contains(path) || (known && before.young.Contains(path)) ? Read(Path.Combine(folder, path))
            : known ? last.Content
            : null;
    }

    // Without a content the file counts as changed when it has one.
    private static string? Read(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Digest.Of(stream);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
