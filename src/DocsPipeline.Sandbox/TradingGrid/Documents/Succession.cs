using DocsPipeline.Sandbox.State;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Documents;

/// <summary>Which document took the place of which: follows what published revisions say they supersede.</summary>
internal sealed class Succession(SandboxDatabase database, GridStore store)
{
    /// <summary>Brings both sides in line with what the document, just published, supersedes.</summary>
    public Document Apply(string community, Document document, IReadOnlyList<string> supersedes)
    {
        var before = Column("SELECT predecessor FROM succession WHERE community = @1 AND successor = @2", community, document.ExternalId);
        database.Execute("DELETE FROM succession WHERE community = @1 AND successor = @2", community, document.ExternalId);
        foreach (var predecessor in supersedes.Where(id => id != document.ExternalId).Distinct())
        {
            database.Execute(
                "INSERT INTO succession (community, successor, predecessor) VALUES (@1, @2, @3)", community, document.ExternalId,
                predecessor);
        }

        foreach (var id in before.Union(supersedes).Where(id => id != document.ExternalId))
        {
            if (store.FindByName<Document>(community, id) is { } other)
            {
                Mark(community, other);
            }
        }

        return Mark(community, document);
    }

    private Document Mark(string community, Document document)
    {
        var successor = Column(
            "SELECT successor FROM succession WHERE community = @1 AND predecessor = @2 ORDER BY rowid DESC LIMIT 1", community,
            document.ExternalId)
            .FirstOrDefault();
        return successor == document.SupersededBy ? document : store.Save(community, document with { SupersededBy = successor });
    }

    private List<string> Column(string sql, string community, string id) => database.Rows(sql, row => row.GetString(0), community, id);
}
