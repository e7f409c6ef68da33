using System.IO.Enumeration;

namespace DocsPipeline.Flows.Convert;

/// <summary>The files of one format below a folder; hidden ones and links are none of ours.</summary>
internal static class FolderFiles
{
    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
    };

    /// <summary>What is made of each file's path below the folder, with <c>/</c>, and of what the folder says about it.</summary>
    public static IEnumerable<T> Of<T>(string folder, ConvertFormat format, Take<T> take)
    {
        var above = Path.Join(folder, "x").Length - 1;
        return new FileSystemEnumerable<T>(
            folder,
            (ref FileSystemEntry entry) => take(entry.ToFullPath()[above..].Replace(Path.DirectorySeparatorChar, '/'), ref entry),
            Below)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.IsDirectory && ConvertExtensions.Fits(entry.FileName, format),
        };
    }

    internal delegate T Take<out T>(string path, ref FileSystemEntry entry);
}
