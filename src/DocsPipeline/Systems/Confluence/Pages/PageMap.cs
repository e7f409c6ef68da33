using DocsPipeline.Documents;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Confluence.StorageFormat;

namespace DocsPipeline.Systems.Confluence.Pages;

/// <summary>Which page lies at which path: what turns links between pages into links between files.</summary>
internal sealed class PageMap
{
    private readonly Dictionary<(string Space, string Title), string> pages = [];
    private readonly IReadOnlyDictionary<string, string> paths;
    private readonly IReadOnlyDictionary<string, string> names;

    /// <param name="spaces">All pages that were read.</param>
    /// <param name="paths">Paths of documents by page id.</param>
    /// <param name="names">Display names by account id.</param>
    public PageMap(IEnumerable<SpaceContent> spaces, IReadOnlyDictionary<string, string> paths, IReadOnlyDictionary<string, string> names)
    {
        (this.paths, this.names) = (paths, names);
        foreach (var space in spaces)
        {
            foreach (var page in space.Pages)
            {
                pages.TryAdd((space.Space.Key, page.Title), page.Id);
            }
        }
    }

    /// <summary>How to convert the page of a space that lies at a path.</summary>
    public ConversionOptions Options(string space, string path, string name) => new()
    {
        PagePropertiesAsFrontMatter = true,
        Path = name,
        Links = new ConversionLinks
        {
            PathOf = reference => reference.Title is { } title && pages.TryGetValue((reference.SpaceKey ?? space, title), out var page) && paths.TryGetValue(page, out var target)
                ? Relative(path, target)
                : null,
            FileOf = file => $"{FolderOf(path)}/{AttachmentName.ToFile(file)}",
            NameOf = names.GetValueOrDefault,
        },
    };

    /// <summary>The folder beside a document in which its files lie, relative to the document.</summary>
    public static string FolderOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path);

    private static string Relative(string from, string to)
    {
        var (source, target) = (from.Split('/'), to.Split('/'));
        var shared = 0;
        while (shared < source.Length - 1 && shared < target.Length - 1 && source[shared] == target[shared])
        {
            shared++;
        }

        return string.Concat(Enumerable.Repeat("../", source.Length - 1 - shared)) + string.Join('/', target[shared..]);
    }
}
