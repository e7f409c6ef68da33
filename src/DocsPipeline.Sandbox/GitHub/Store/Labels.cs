using DocsPipeline.Sandbox.State;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>A label; <see cref="Color"/> is six hexadecimal digits.</summary>
internal sealed record Label(long Id, string Name, string Color, string? Description, bool IsDefault);

/// <summary>Labels of a repository and of its issues.</summary>
internal sealed class Labels(SandboxDatabase database)
{
    private const string Select = "select id, name, color, description, is_default from labels ";

    public Label? Find(Repository repository, string name) =>
        database.First(Select + "where repository = @1 and name = @2", Read, repository.Id, name);

    public IReadOnlyList<Label> All(Repository repository) =>
        database.Rows(Select + "where repository = @1 order by id", Read, repository.Id);

    public IReadOnlyList<Label> Of(Issue issue) =>
        database.Rows(Select + "where id in (select label from issue_labels where issue = @1) order by id", Read, issue.Id);

    public Label Add(Repository repository, string name, string color, string? description, bool isDefault = false) => database.Do(() =>
    {
        database.Execute(
            "insert into labels(repository, name, color, description, is_default) values (@1, @2, @3, @4, @5)",
            repository.Id, name, color, description, isDefault);
        return Find(repository, name)!;
    });

    public void Save(Label label) => database.Execute(
        "update labels set name = @2, color = @3, description = @4 where id = @1", label.Id, label.Name, label.Color, label.Description);

    public void Remove(Label label) => database.Do(() =>
    {
        database.Execute("delete from issue_labels where label = @1", label.Id);
        database.Execute("delete from labels where id = @1", label.Id);
    });

    /// <summary>Puts labels on an issue; names that do not exist yet become labels, as on GitHub.</summary>
    public void Put(Repository repository, Issue issue, IEnumerable<string> names) => database.Do(() =>
    {
        foreach (var name in names)
        {
            var label = Find(repository, name) ?? Add(repository, name, "ededed", null);
            database.Execute("insert or ignore into issue_labels values (@1, @2)", issue.Id, label.Id);
        }
    });

    public void Take(Issue issue, Label label) =>
        database.Execute("delete from issue_labels where issue = @1 and label = @2", issue.Id, label.Id);

    public void TakeAll(Issue issue) => database.Execute("delete from issue_labels where issue = @1", issue.Id);

    private static Label Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.GetBoolean(4));
}
