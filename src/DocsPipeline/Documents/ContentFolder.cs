namespace DocsPipeline.Documents;

/// <summary>The files of a working folder. Only Validate and Preview look here: everything that publishes reads commits.</summary>
public static class ContentFolder
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>All files below <paramref name="prefixes"/> (folders or single files, relative to <paramref name="root"/>), ordered by path.
    /// Links are left out, as they are when a commit is read. A prefix that does not exist gives nothing.</summary>
    public static IReadOnlyList<ContentFile> Read(string root, params IEnumerable<string> prefixes)
    {
        var files = new SortedDictionary<string, ContentFile>(StringComparer.Ordinal);
        foreach (var prefix in prefixes)
        {
            var start = Path.Combine(root, prefix);
            var found = Directory.Exists(start) ? Directory.EnumerateFiles(start, "*", Everything) : File.Exists(start) ? [start] : [];
            foreach (var file in found)
            {
                var path = Path.GetRelativePath(root, file).Replace('\\', '/');
                files[path] = new ContentFile(path, File.ReadAllBytes(file));
            }
        }

        return [.. files.Values];
    }
}
