using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using Version = DocsPipeline.Sandbox.Confluence.Content.Version;

namespace DocsPipeline.Sandbox.Confluence.Seeding;

/// <summary>
/// Brings the seed's spaces into an empty library. Bodies go in as they are: the seed plays pages that Confluence has saved before.
/// </summary>
internal sealed class SeedLoader(Library library)
{
    public void Load() => library.State.Database.Do(() =>
    {
        foreach (var folder in SeedFiles.Spaces)
        {
            LoadSpace(folder);
        }
    });

    private void LoadSpace(string folder)
    {
        var space = SeedFiles.Json<SeedSpace>($"{folder}/space.json");
        var pages = SeedFiles.Json<List<SeedPage>>($"{folder}/pages.json");
        var home = pages.FirstOrDefault(page => page.Parent is null)?.Id;
        library.Spaces.Add(
            new Space(
                space.Id, space.Key, space.Name, space.Description, home, Accounts.Writer.Id,
                Stamp.Of(new(2025, 2, 3, 8, 0, 0, TimeSpan.Zero))));
        foreach (var page in pages)
        {
            try
            {
                LoadPage(folder, space.Id, page, page.Parent ?? (page.Id == home ? null : home));
            }
            catch (Exception problem) when (problem is Refusal or IOException or ArgumentException)
            {
                throw new InvalidDataException($"Seed page {page.Id} '{page.Title}' of space {folder}: {problem.Message}", problem);
            }
        }
    }

    private void LoadPage(string folder, string spaceId, SeedPage page, string? parent)
    {
        var author = Accounts.ByLogin(page.Author);
        if (parent is not null && library.Pages.Find(parent, false) is null)
        {
            throw new ArgumentException($"its parent {parent} must be listed above it");
        }

        library.Writer.Insert(page.Id, page.Type, spaceId, page.Status, page.Title, parent, author, Stamp.Of(page.Created));
        LoadVersions(folder, page, author);
        foreach (var label in page.Labels)
        {
            library.Labels.Add(page.Id, "global", label);
        }

        foreach (var file in page.Attachments)
        {
            var name = file.Name ?? file.File;
            library.Attachments.Create(
                page.Id, name, SeedFiles.Bytes($"{folder}/attachments/{file.File}"), file.MediaType ?? FileTypes.Of(name), file.Comment,
                false, author, Stamp.Of(page.Created));
        }

        foreach (var (key, value) in page.Properties)
        {
            library.Properties.Create(page.Id, key, value.GetRawText(), author);
        }

        if (page.Draft is { } draft)
        {
            library.State.Database.Execute(
                "INSERT INTO draft VALUES (@1, @2, @3, @4, @5)", page.Id, page.Title, SeedFiles.Text($"{folder}/{draft}"), author.Id,
                Stamp.Of(page.Created.AddDays(90)));
        }

        foreach (var (operation, logins) in new[] { ("read", page.Restricted?.Read), ("update", page.Restricted?.Update) })
        {
            foreach (var login in logins ?? [])
            {
                library.Restrictions.Add(page.Id, operation, Accounts.ByLogin(login).Id);
            }
        }

        foreach (var comment in page.Comments)
        {
            LoadComment(page, comment);
        }
    }

    private void LoadVersions(string folder, SeedPage page, Account author)
    {
        if (page.Type == "folder")
        {
            library.Writer.AddVersion(page.Id, new Version(1, Stamp.Of(page.Created), author.Id, "", false), page.Title, "");
            return;
        }

        var last = page.Version ?? page.History.Count + 1;
        var current = new SeedVersion(page.File ?? throw new ArgumentException("a page needs a file"), page.Author, page.Message);
        var oldest = page.History.Count > 0 ? page.History[0] : current;
        var known = page.History.Append(current).TakeLast(last).ToList();
        for (var number = 1; number <= last; number++)
        {
            var version = number > last - known.Count ? known[number - 1 - (last - known.Count)] : oldest with { Message = "" };
            var at = Stamp.Of(page.Created.AddDays(number - 1));
            library.Writer.AddVersion(
                page.Id, new Version(number, at, Accounts.ByLogin(version.Author).Id, version.Message, false), page.Title,
                SeedFiles.Text($"{folder}/{version.File}"));
        }
    }

    private void LoadComment(SeedPage page, SeedComment seed)
    {
        if (seed.Selection is not null
            && (seed.Ref is null || !library.Pages.Find(page.Id)!.Body!.Contains($"ac:ref=\"{seed.Ref}\"", StringComparison.Ordinal)))
        {
            throw new ArgumentException($"the comment on '{seed.Selection}' needs a ref, and the body a marker with it");
        }

        var kind = seed.Selection is null ? "footer" : "inline";
        var at = Stamp.Of(page.Created.AddDays(30));
        var comment = library.Comments.Create(kind, page.Id, null, seed.Body, Accounts.ByLogin(seed.Author), seed.Ref, seed.Selection, at);
        foreach (var reply in seed.Replies)
        {
            library.Comments.Create(kind, page.Id, comment.Id, reply.Body, Accounts.ByLogin(reply.Author), at: at);
        }

        if (seed.Resolved)
        {
            library.Comments.Update(comment, 2, null, "", true, Accounts.ByLogin(seed.Author));
        }
    }
}
