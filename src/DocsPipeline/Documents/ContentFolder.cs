using System.IO.Enumeration;

namespace DocsPipeline.Documents;

/// <summary>The files of a working folder. Only Validate and Preview look here: everything that publishes reads commits.</summary>
public static class ContentFolder
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    // Whoever writes the file meanwhile is not kept from it, and small files need no second buffer.
    private static readonly FileStreamOptions Reading = new()
    {
        Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0,
    };

    /// <summary>All files below <paramref name="prefixes"/> (folders or single files, relative to <paramref name="root"/>), ordered by
    /// path; what they hold is read when it is asked for. Links are left out, as they are when a commit is read. A prefix that does not
    /// exist gives nothing.</summary>
    public static IReadOnlyList<ContentFile> Read(string root, params IEnumerable<string> prefixes)
    {
        var top = Path.GetFullPath(root);
        var above = top.Length + (Path.EndsInDirectorySeparator(top) ? 0 : 1);
        var files = new Dictionary<string, ContentFile>(StringComparer.Ordinal);
        foreach (var prefix in prefixes)
        {
            var start = Path.Combine(top, prefix);
            IEnumerable<ContentFile> found = Directory.Exists(start) ? Below(start, above)
                : File.Exists(start) ? [Of(start, new FileInfo(start).Length, above)] : [];
            foreach (var file in found)
            {
                files[file.Path] = file;
            }
        }

        return [.. files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static FileSystemEnumerable<ContentFile> Below(string folder, int above) =>
        new(folder, (ref FileSystemEntry entry) => Of(entry.ToFullPath(), entry.Length, above), Everything)
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.IsDirectory,
        };

    private static ContentFile Of(string file, long length, int above) =>
        new(file[above..].Replace(Path.DirectorySeparatorChar, '/'), length, () => File.Open(file, Reading));
}
