namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>Who alone may read or change a page. A read restriction also hides everything below the page.</summary>
internal sealed class RestrictionStore(ConfluenceState state, PageTree tree)
{
    public IReadOnlyList<string> Of(string id, string operation) => state.Database.Rows(
        "SELECT account_id FROM restriction WHERE content_id = @1 AND operation = @2 ORDER BY account_id", row => row.GetString(0), id, operation);

    public void Add(string id, string operation, string accountId) =>
        state.Database.Execute("INSERT OR IGNORE INTO restriction VALUES (@1, @2, @3)", id, operation, accountId);

    public void Remove(string id, string operation, string accountId) =>
        state.Database.Execute("DELETE FROM restriction WHERE content_id = @1 AND operation = @2 AND account_id = @3", id, operation, accountId);

    public void Clear(string id) => state.Database.Execute("DELETE FROM restriction WHERE content_id = @1", id);

    public bool MayRead(Page page, Account account) =>
        state.Database.Count("SELECT COUNT(*) FROM restriction WHERE operation = 'read'") == 0
        || tree.Ancestors(page).Append(page).All(each => Allows(each, "read", account));

    public bool MayUpdate(Page page, Account account) => MayRead(page, account) && Allows(page, "update", account);

    private bool Allows(Page page, string operation, Account account)
    {
        var names = Of(page.Id, operation);
        return names.Count == 0 || names.Contains(account.Id);
    }
}
