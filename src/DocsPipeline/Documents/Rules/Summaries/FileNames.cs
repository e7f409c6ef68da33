namespace DocsPipeline.Documents.Rules.Summaries;

/// <summary>Paths that somebody may have meant: a file of the same name elsewhere is what was moved, otherwise the nearest
/// spelling.</summary>
internal sealed class FileNames
{
    private readonly Dictionary<string, (string Name, string Path)> first = new(StringComparer.OrdinalIgnoreCase);
    private readonly NameIndex names;

    public FileNames(IEnumerable<string> paths)
    {
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            first.TryAdd(NameOf(path), (NameOf(path), path));
        }

        names = new NameIndex(first.Values.Select(file => file.Name));
    }

    /// <summary>The first path of the nearest name, or null where none is near enough to be meant.</summary>
    public string? Nearest(string path) => names.Nearest(NameOf(path)) is { } name ? first[name].Path : null;

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
