using DocsPipeline.Sandbox.State;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>Who moved which ref when; <see cref="Kind"/> in the words of GitHub's repository activity.</summary>
internal sealed record Activity(long Id, string Ref, string Before, string After, string Kind, long Actor, string At);

/// <summary>The journal of ref changes of each repository.</summary>
internal sealed class Activities(SandboxDatabase database)
{
    public void Add(Repository repository, string name, string before, string after, string kind, User actor, string at) =>
        database.Execute(
        "insert into activities(repository, ref, before, after, kind, actor, at) values (@1, @2, @3, @4, @5, @6, @7)",
        repository.Id, name, before, after, kind, actor.Id, at);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Activity> All(Repository repository) => database.Rows(
        "select id, ref, before, after, kind, actor, at from activities where repository = @1 order by id desc",
        row => new Activity(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt64(5), row.GetString(6)),
        repository.Id);
}
