using DocsPipeline.Sandbox.State;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>Protected branches, by exact name.</summary>
internal sealed class Protections(SandboxDatabase database)
{
    public Protection? Find(Repository repository, string branch) => database.First(
        "select branch, approvals, code_owners, dismiss_stale, last_push, admins, checks from protections where repository = @1 and "
        + "branch = @2",
        row => new Protection(
            row.GetString(0), row.GetInt32(1), row.GetBoolean(2), row.GetBoolean(3), row.GetBoolean(4), row.GetBoolean(5),
            row.TextOrNull(6)?.Split('\n')),
        repository.Id, branch);

    public void Set(Repository repository, Protection rule) => database.Execute(
        "insert or replace into protections values (@1, @2, @3, @4, @5, @6, @7, @8)",
        repository.Id, rule.Branch, rule.Approvals, rule.CodeOwners, rule.DismissStale, rule.LastPush, rule.Admins,
        rule.Checks is null ? null : string.Join('\n', rule.Checks));

    public bool Remove(Repository repository, string branch) =>
        database.Execute("delete from protections where repository = @1 and branch = @2", repository.Id, branch) > 0;
}
