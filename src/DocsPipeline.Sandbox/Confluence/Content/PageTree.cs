using DocsPipeline.Sandbox.Confluence.Access;

namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>Parents and children. The order of siblings is their position.</summary>
internal sealed class PageTree(ConfluenceState state)
{
    private const int Spacing = 1000;

    public IReadOnlyList<Page> Children(string id, bool bodies = false) => state.Database.Rows(
        PageRow.Select(bodies)
            + "WHERE c.parent_id = @1 AND c.status IN ('current', 'archived') ORDER BY c.position, CAST(c.id AS INTEGER)",
        PageRow.Read, id);

    /// <summary>All current pages and folders of a space, oldest id first.</summary>
    public IReadOnlyList<Page> InSpace(string spaceId) => state.Database.Rows(
        PageRow.Select(false) + "WHERE c.space_id = @1 AND c.status = 'current' ORDER BY CAST(c.id AS INTEGER)", PageRow.Read, spaceId);

    /// <summary>What stands at the top of a space: its home page, and whatever has no parent.</summary>
    public IReadOnlyList<Page> Roots(string spaceId) => state.Database.Rows(
        PageRow.Select(false) + "WHERE c.space_id = @1 AND c.parent_id IS NULL AND c.status IN ('current', 'archived') ORDER BY c.position",
        PageRow.Read, spaceId);

    /// <summary>From the top of the space down to the parent.</summary>
    public IReadOnlyList<Page> Ancestors(Page page)
    {
        var found = new List<Page>();
        var parent = page.ParentId;
        while (parent is not null && state.Database.First(PageRow.Select(false) + "WHERE c.id = @1", PageRow.Read, parent) is { } ancestor)
        {
            found.Insert(0, ancestor);
            parent = ancestor.ParentId;
        }

        return found;
    }

    /// <summary>Everything below, parents before children, with how deep it lies (1 = a child).</summary>
    public IEnumerable<(Page Page, int Depth)> Descendants(string id, int depth = 1) =>
        Children(id).SelectMany(child => Descendants(child.Id, depth + 1).Prepend((child, depth)));

    public int NextPosition(string? parentId) =>
        (int)state.Database.Count("SELECT COALESCE(MAX(position), 0) + @2 FROM content WHERE parent_id IS @1", parentId, Spacing);

    /// <summary>Puts the page <c>append</c>ed as the last child of the target, or <c>before</c> or <c>after</c> it.</summary>
    public void Move(Page page, string place, Page target) => state.Database.Do(() =>
    {
        if (page.Id == target.Id || Ancestors(target).Any(ancestor => ancestor.Id == page.Id))
        {
            throw Refusal.Bad("A page cannot be moved to itself or below itself.");
        }

        var parent = place == "append" ? target.Id : target.ParentId;
        var siblings = (parent is null ? [target] : Children(parent))
            .Where(sibling => sibling.Id != page.Id)
            .Select(sibling => sibling.Id)
            .ToList();
        var index = place == "append" ? siblings.Count : siblings.IndexOf(target.Id) + (place == "after" ? 1 : 0);
        siblings.Insert(Math.Max(index, 0), page.Id);
        state.Database.Execute("UPDATE content SET parent_id = @2 WHERE id = @1", page.Id, parent);
        for (var number = 0; number < siblings.Count; number++)
        {
            state.Database.Execute("UPDATE content SET position = @2 WHERE id = @1", siblings[number], (number + 1) * Spacing);
        }
    });
}
