using DocsPipeline.Sandbox.Confluence.Access;

namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>Who alone may read or change a page. A read restriction also hides everything below the page.</summary>
internal sealed class RestrictionStore(ConfluenceState state, PageTree tree)
{
    public IReadOnlyList<string> Of(string id, string operation) => state.Database.Rows(
        "SELECT account_id FROM restriction WHERE content_id = @1 AND operation = @2 ORDER BY account_id", row => row.GetString(0), id,
        operation);

    public void Add(string id, string operation, string accountId) =>
        state.Database.Execute("INSERT OR IGNORE INTO restriction VALUES (@1, @2, @3)", id, operation, accountId);

    public void Remove(string id, string operation, string accountId) =>
        state.Database.Execute(
            "DELETE FROM restriction WHERE content_id = @1 AND operation = @2 AND account_id = @3", id, operation, accountId);

    public void Clear(string id) => state.Database.Execute("DELETE FROM restriction WHERE content_id = @1", id);

    /// <summary>Those that the account may read; what several of them lie below is looked at once.</summary>
    public IReadOnlyList<Page> Readable(IEnumerable<Page> pages, Account account)
    {
        var limited = state.Database
            .Rows("SELECT DISTINCT content_id FROM restriction WHERE operation = 'read'", row => row.GetString(0))
            .ToHashSet();
        var above = new Dictionary<string, bool>();
        return limited.Count == 0 ? [.. pages] : [.. pages.Where(page => IsOpen(page.Id) && IsOpenAbove(page.ParentId))];

        bool IsOpen(string id) => !limited.Contains(id) || Of(id, "read").Contains(account.Id);

        bool IsOpenAbove(string? id)
        {
            if (id is null || above.ContainsKey(id))
            {
                return id is null || above[id];
            }

            var parent = state.Database.First<string?>(
                "SELECT parent_id FROM content WHERE id = @1", row => row.IsDBNull(0) ? null : row.GetString(0), id);
            return above[id] = IsOpen(id) && IsOpenAbove(parent);
        }
    }

    public bool MayRead(Page page, Account account) =>
        !IsUsed
        || tree.Ancestors(page).Append(page).All(each => Allows(each, "read", account));

    public bool MayUpdate(Page page, Account account) => MayRead(page, account) && Allows(page, "update", account);

    private bool IsUsed => state.Database.Count("SELECT COUNT(*) FROM restriction WHERE operation = 'read'") > 0;

    private bool Allows(Page page, string operation, Account account)
    {
        var names = Of(page.Id, operation);
        return names.Count == 0 || names.Contains(account.Id);
    }
}
