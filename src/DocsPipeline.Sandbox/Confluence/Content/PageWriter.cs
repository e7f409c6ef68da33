using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Storage;

namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>What changes pages. Bodies go through <see cref="OnSave"/>; a broken one is refused before anything changes.</summary>
internal sealed class PageWriter(ConfluenceState state, PageReader reader, SpaceStore spaces, PageTree tree)
{
    public Page Create(
        string type, string spaceId, string? parentId, string title, string body, Account author, bool draft = false, bool atRoot = false)
    {
        var space = spaces.Get(spaceId);
        parentId ??= atRoot ? null : space.HomepageId;
        if (parentId is not null && (reader.Find(parentId, false) is not { Status: not "trashed" } parent || parent.SpaceId != spaceId))
        {
            throw Refusal.NotFound("Parent page not found");
        }

        return state.Database.Do(() =>
        {
            RefuseTakenTitle(type, spaceId, title, null);
            var id = state.NextId();
            var now = state.Now;
            Insert(id, type, spaceId, draft ? "draft" : "current", title, parentId, author, now);
            AddVersion(id, new Version(1, now, author.Id, "", false), title, type != "page" ? "" : OnSave.Apply(body, id, 1));
            return reader.Find(id)!;
        });
    }

    public Page Update(Page page, string title, string body, int number, string message, bool minor, string? parentId, Account author)
    {
        var saved = page.Status == "trashed" ? page.Body! : OnSave.Apply(body, page.Id, number);
        return state.Database.Do(() =>
        {
            // Read again inside the transaction: of two writers with the same number only one may win. And publishing for the first time
            // writes version 1 again, since until then a page has no history.
            var there = reader.Find(page.Id, false)?.Version.Number ?? throw Refusal.NotFound();
            if (number != (page.Status == "draft" ? there : there + 1))
            {
                throw Refusal.Conflict(
                    $"Version must be incremented when updating a page. Current Version: [{there}]. Provided version: [{number}]");
            }

            RefuseTakenTitle(page.Type, page.SpaceId, title, page.Id);
            if (parentId is not null && parentId != page.ParentId)
            {
                var parent = reader.Find(parentId, false) is { Status: not "trashed" } found && found.SpaceId == page.SpaceId
                    ? found
                    : throw Refusal.NotFound("Parent page not found");
                tree.Move(page, "append", parent);
            }

            AddVersion(
                page.Id, new Version(number, state.Now, author.Id, message, minor), page.Status == "trashed" ? page.Title : title, saved);
            state.Database.Execute("UPDATE content SET status = 'current' WHERE id = @1", page.Id);
            return reader.Find(page.Id)!;
        });
    }

    /// <summary>Keeps an edit beside the published page; a page that was never published is its own draft.</summary>
    public Page SaveDraft(Page page, string title, string body, int number, Account author)
    {
        if (number != 1)
        {
            throw Refusal.Bad("Version number for a draft must be 1");
        }

        var saved = OnSave.Apply(body, page.Id, 1);
        if (page.Status == "draft")
        {
            AddVersion(page.Id, new Version(1, state.Now, author.Id, "", false), title, saved);
            return reader.Find(page.Id)!;
        }

        state.Database.Execute("INSERT OR REPLACE INTO draft VALUES (@1, @2, @3, @4, @5)", page.Id, title, saved, author.Id, state.Now);
        return reader.FindDraft(page.Id)!;
    }

    public void DropDraft(string id) => state.Database.Execute("DELETE FROM draft WHERE content_id = @1", id);

    /// <summary>To the trash; the children move up to the page's own parent, as they do on Cloud.</summary>
    public void Trash(Page page) => state.Database.Do(() =>
    {
        foreach (var child in tree.Children(page.Id))
        {
            state.Database.Execute(
                "UPDATE content SET parent_id = @2, position = @3 WHERE id = @1", child.Id, page.ParentId,
                tree.NextPosition(page.ParentId));
        }

        state.Database.Execute("UPDATE content SET status = 'trashed', modified_at = @2 WHERE id = @1", page.Id, state.Now);
    });

    public void Purge(Page page) => state.Database.Do(() =>
    {
        foreach (var table in (string[])["version", "draft", "content_label", "property", "restriction"])
        {
            state.Database.Execute($"DELETE FROM {table} WHERE content_id = @1", page.Id);
        }

        state.Database.Execute("DELETE FROM comment_version WHERE comment_id IN (SELECT id FROM comment WHERE page_id = @1)", page.Id);
        state.Database.Execute("DELETE FROM comment WHERE page_id = @1", page.Id);
        state.Database.Execute(
            "DELETE FROM attachment_version WHERE attachment_id IN (SELECT id FROM attachment WHERE page_id = @1)", page.Id);
        state.Database.Execute("DELETE FROM attachment WHERE page_id = @1", page.Id);
        state.Database.Execute("DELETE FROM content WHERE id = @1", page.Id);
    });

    public void Archive(Page page) =>
        state.Database.Execute("UPDATE content SET status = 'archived', modified_at = @2 WHERE id = @1", page.Id, state.Now);

    /// <summary>Changes the body of the newest version in place: what a new inline comment does to a page.</summary>
    public void Mark(Page page, string body) => state.Database.Execute(
        "UPDATE version SET body = @3 WHERE content_id = @1 AND number = @2", page.Id, page.Version.Number, body);

    public void Insert(
        string id, string type, string spaceId, string status, string title, string? parentId, Account author, string? createdAt = null) =>
        state.Database.Execute(
            "INSERT INTO content VALUES (@1, @2, @3, @4, @5, @6, @7, @8, @8, NULL, @9, @9, 0)",
            id, type, spaceId, status, title, parentId, tree.NextPosition(parentId), author.Id, createdAt ?? state.Now);

    /// <summary>Writes the version as it is and makes it the newest.</summary>
    public void AddVersion(string id, Version version, string title, string body)
    {
        state.Database.Execute(
            "INSERT OR REPLACE INTO version VALUES (@1, @2, @3, @4, @5, @6, @7, @8)",
            id, version.Number, version.CreatedAt, version.AuthorId, version.Message, version.Minor, title, body);
        state.Database.Execute(
            "UPDATE content SET title = @2, version = @3, modified_at = @4 WHERE id = @1", id, title, version.Number, version.CreatedAt);
    }

    private void RefuseTakenTitle(string type, string spaceId, string title, string? except)
    {
        if (type == "page" && title.Length > 0 && reader.FindByTitle(spaceId, title) is { } other && other.Id != except)
        {
            throw Refusal.Bad("A page with this title already exists: A page already exists with the same TITLE in this space");
        }
    }
}
