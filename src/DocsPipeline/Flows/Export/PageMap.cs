using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Confluence.StorageFormat;

namespace DocsPipeline.Flows.Export;

/// <summary>Which page lies at which path: what turns links between pages into links between files.</summary>
internal sealed class PageMap
{
    private readonly Dictionary<(string Space, string Title), string> paths = [];
    private readonly IReadOnlyDictionary<string, string> names;

    private PageMap(IReadOnlyDictionary<string, string> names) => this.names = names;

    /// <summary>As the documents were at the last export: links of that time name the titles of that time.</summary>
    public static PageMap Before(DocumentIndex documents, IEnumerable<SpaceContent> spaces, IReadOnlyDictionary<string, string> names)
    {
        var map = new PageMap(names);
        foreach (var document in documents.ByPage.Values)
        {
            map.paths.TryAdd((document.Confluence!.Space, document.Title), document.Path);
        }

        map.Add(spaces, page => documents.ByPage.GetValueOrDefault(page.Id)?.Path);
        return map;
    }

    /// <summary>As the documents will be.</summary>
    public static PageMap After(IEnumerable<PageCandidate> candidates, IReadOnlyDictionary<string, string> names)
    {
        var map = new PageMap(names);
        foreach (var candidate in candidates)
        {
            map.paths.TryAdd((candidate.Space.Space.Key, candidate.Page.Title), candidate.Path);
        }

        return map;
    }

    /// <summary>How to convert the page of a space that lies at a path.</summary>
    public ConversionOptions Options(string space, string path, string name) => new()
    {
        PagePropertiesAsFrontMatter = true,
        Path = name,
        Links = new ConversionLinks
        {
            PathOf = reference => reference.Title is { } title && paths.TryGetValue((reference.SpaceKey ?? space, title), out var target) ? Relative(path, target) : null,
            FileOf = file => $"{FolderOf(path)}/{AttachmentName.ToFile(file)}",
            NameOf = names.GetValueOrDefault,
        },
    };

    /// <summary>The folder beside a document in which its files lie, relative to the document.</summary>
    public static string FolderOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path);

    /// <summary>Where a file of a page lies in the repository.</summary>
    public static string FileOf(string path, string attachment) => $"{path[..(path.LastIndexOf('/') + 1)]}{FolderOf(path)}/{AttachmentName.ToFile(attachment)}";

    private void Add(IEnumerable<SpaceContent> spaces, Func<ConfluencePage, string?> pathOf)
    {
        foreach (var (space, page) in spaces.SelectMany(space => space.Pages.Select(page => (space, page))))
        {
            if (pathOf(page) is { } path)
            {
                paths.TryAdd((space.Space.Key, page.Title), path);
            }
        }
    }

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
