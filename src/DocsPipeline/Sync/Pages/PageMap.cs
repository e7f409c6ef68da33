using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Sync.Pages;

/// <summary>Which page lies at which path: what turns links between pages into links between files, and back.</summary>
internal sealed class PageMap
{
    private readonly Dictionary<(string Space, string Title), string> pages = [];
    private readonly Dictionary<string, (string Space, string Title)> places = new(StringComparer.Ordinal);
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
                if (paths.TryGetValue(page.Id, out var path))
                {
                    places.TryAdd(path, (space.Space.Key, page.Title));
                }
            }
        }
    }

    /// <param name="titles">Titles of pages by which links name them, the first of equal ones counts, with the paths of their
    /// documents.</param>
    /// <param name="names">Display names by account id.</param>
    public PageMap(IEnumerable<(string Space, string Title, string Path)> titles, IReadOnlyDictionary<string, string> names)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        (paths, this.names) = (known, names);
        foreach (var (space, title, path) in titles)
        {
            known[path] = path;
            pages.TryAdd((space, title), path);
            places.TryAdd(path, (space, title));
        }
    }

    /// <summary>
    /// How to convert the page of a space that lies at a path; <paramref name="attachments"/> are the verbatim names of the files on it.
    /// </summary>
    public ConversionOptions Options(string space, string path, IReadOnlyList<string>? attachments = null) => new()
    {
        PagePropertiesAsFrontMatter = true,
        Links = new ConversionLinks
        {
            PathOf = reference => reference.Title is { } title
                && pages.TryGetValue((reference.SpaceKey ?? space, title), out var page) && paths.TryGetValue(page, out var target)
                ? Relative(path, target)
                : null,
            PageAt = link => places.TryGetValue(Absolute(path, link), out var place)
                ? new PageReference(place.Space == space ? null : place.Space, place.Title)
                : null,
            FileOf = file => $"{FolderOf(path)}/{AttachmentName.ToFile(file)}",
            AttachmentAt = link => NameOf(WithoutFolder(link, FolderOf(path)), attachments ?? []),
            NameOf = names.GetValueOrDefault,
        },
    };

    /// <summary>The folder beside a document in which its files lie, relative to the document.</summary>
    public static string FolderOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path);

    /// <summary>Where a file of a page lies in the repository.</summary>
    public static string FileOf(string path, string attachment) =>
        $"{path[..(path.LastIndexOf('/') + 1)]}{FolderOf(path)}/{AttachmentName.ToFile(attachment)}";

    private static string WithoutFolder(string link, string folder) =>
        link.StartsWith($"{folder}/", StringComparison.Ordinal) ? link[(folder.Length + 1)..] : link;

    private static string NameOf(string file, IReadOnlyList<string> attachments) =>
        attachments.FirstOrDefault(name => AttachmentName.ToFile(name) == file) ?? file;

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

    private static string Absolute(string from, string link)
    {
        var parts = from.Split('/')[..^1].ToList();
        foreach (var part in link.Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not (".." or "."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
