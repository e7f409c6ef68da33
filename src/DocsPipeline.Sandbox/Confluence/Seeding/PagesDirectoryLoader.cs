using System.Globalization;
using System.Text.Json;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using Version = DocsPipeline.Sandbox.Confluence.Content.Version;

namespace DocsPipeline.Sandbox.Confluence.Seeding;

/// <summary>
/// A folder of storage-format files as the space <c>PAGES</c>: every <c>*.xml</c> and <c>*.xhtml</c> is a page, a sub-folder a parent page,
/// other files of a folder that holds exactly one page are its attachments. Bodies are taken verbatim, broken ones too.
/// </summary>
internal sealed class PagesDirectoryLoader(Library library)
{
    private const string Key = "PAGES";
    private const string SpaceId = "196610";
    private const string HomeId = "196614";

    private static readonly string[] Ignored = [".json", ".md", ".csv"];

    private readonly HashSet<string> titles = new(StringComparer.Ordinal);
    private long lastId = 262_144;

    public void Load(string directory) => library.State.Database.Do(() =>
    {
        var now = library.State.Now;
        library.Spaces.Add(new Space(SpaceId, Key, "Pages from a folder", "", HomeId, Accounts.Writer.Id, now));
        Add(HomeId, null, "Pages from a folder", "<p />", now);
        LoadFolder(new DirectoryInfo(directory), HomeId, now);
    });

    private void LoadFolder(DirectoryInfo folder, string parent, string now)
    {
        var files = folder.GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        var pages = files.Where(file => file.Extension is ".xml" or ".xhtml").ToList();
        foreach (var file in pages)
        {
            // Broken bytes must not stop the loading: they become U+FFFD, which is what a reader would see.
            var id = Add(NextId(), parent, Title(file), File.ReadAllText(file.FullName), now);
            if (pages.Count == 1)
            {
                Attach(id, files.Where(other => other != file && !Ignored.Contains(other.Extension)));
            }
        }

        foreach (var child in folder
            .GetDirectories()
            .Where(child => child.Name[0] != '.')
            .OrderBy(child => child.Name, StringComparer.Ordinal))
        {
            if (child.EnumerateFiles("*", SearchOption.AllDirectories).Any(file => file.Extension is ".xml" or ".xhtml"))
            {
                LoadFolder(child, Add(NextId(), parent, child.Name, "<p />", now), now);
            }
        }
    }

    private string Add(string id, string? parent, string title, string body, string now)
    {
        var unique = title;
        for (var number = 2; !titles.Add(unique); number++)
        {
            unique = $"{title} ({number})";
        }

        library.Writer.Insert(id, "page", SpaceId, "current", unique, parent, Accounts.Writer, now);
        library.Writer.AddVersion(id, new Version(1, now, Accounts.Writer.Id, "", false), unique, body);
        return id;
    }

    private void Attach(string id, IEnumerable<FileInfo> files)
    {
        foreach (var file in files)
        {
            library.Attachments.Create(
                id, file.Name, File.ReadAllBytes(file.FullName), FileTypes.Of(file.Name), "", false, Accounts.Writer);
        }
    }

    private string NextId() => (lastId += 4).ToString(CultureInfo.InvariantCulture);

    // A page of an API export lies beside the answer that it was taken from.
    private static string Title(FileInfo file)
    {
        var answer = Path.Combine(file.DirectoryName!, "page.v1.json");
        if (File.Exists(answer))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(answer));
            if (document.RootElement.TryGetProperty("title", out var title) && title.GetString() is { Length: > 0 } text)
            {
                return text;
            }
        }

        var name = Path.GetFileNameWithoutExtension(file.Name);
        return name.Length <= 255 ? name : name[..255];
    }
}
