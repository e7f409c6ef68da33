using System.Security.Cryptography;
using DocsPipeline.Sandbox.State;
using DocsPipeline.Sandbox.TradingGrid.Contract;

namespace DocsPipeline.Sandbox.TradingGrid.Store;

/// <summary>All resources of the communities as JSON rows, numbered in order of creation.</summary>
internal sealed class GridStore(SandboxDatabase database, TimeProvider clock)
{
    private const int Portion = 500;

    public static string NewId(string prefix) => $"{prefix}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";

    /// <summary>A number that partners see. Not counted up: the gaps would tell a company how much others write.</summary>
    public string NewNumber<T>(string community, string prefix)
        where T : Resource
    {
        string number;
        do
        {
            number = $"{prefix}-{RandomNumberGenerator.GetInt32(100_000, 1_000_000)}";
        }
        while (FindByName<T>(community, number) is not null);

        return number;
    }

    public T Add<T>(T resource, Keys keys)
        where T : Resource
    {
        var now = clock.GetUtcNow();
        var added = resource with { CreatedAt = now, UpdatedAt = now, Version = 1 };
        database.Execute(
            "INSERT INTO resource (type, community, id, name, partner, body) VALUES (@1, @2, @3, @4, @5, @6)",
            typeof(T).Name, keys.Community, added.Id, keys.Name, keys.Partner, GridJson.Write(added));
        return added;
    }

    /// <summary>Keeps the changed resource under the next version. Its keys stay.</summary>
    public T Save<T>(string community, T resource)
        where T : Resource
    {
        var saved = resource with { UpdatedAt = clock.GetUtcNow(), Version = resource.Version + 1 };
        database.Execute(
            "UPDATE resource SET body = @4 WHERE type = @1 AND community = @2 AND id = @3", typeof(T).Name, community, saved.Id,
            GridJson.Write(saved));
        return saved;
    }

    public T? Find<T>(string community, string id)
        where T : Resource =>
        database.First(
            "SELECT body FROM resource WHERE type = @1 AND community = @2 AND id = @3", row => GridJson.Read<T>(row.GetString(0)),
            typeof(T).Name, community, id);

    public T Get<T>(string community, string id)
        where T : Resource => Find<T>(community, id) ?? throw Problem.NotFound();

    public T? FindByName<T>(string community, string name)
        where T : Resource =>
        database.First(
            "SELECT body FROM resource WHERE type = @1 AND community = @2 AND name = @3", row => GridJson.Read<T>(row.GetString(0)),
            typeof(T).Name, community, name);

    /// <summary>In order of creation, those after a number, read as far as they are wanted; a partner narrows, a name prefix too.</summary>
    public IEnumerable<(long Number, T Value)> After<T>(
        string community, long number = 0, string? partner = null, string? namePrefix = null)
        where T : Resource
    {
        List<(long Number, T Value)> rows;
        do
        {
            rows = Some<T>(community, number, partner, namePrefix);
            foreach (var row in rows)
            {
                yield return row;
                number = row.Number;
            }
        }
        while (rows.Count == Portion);
    }

    private List<(long Number, T Value)> Some<T>(string community, long number, string? partner, string? namePrefix)
        where T : Resource => database.Rows(
            """
            SELECT number, body FROM resource
            WHERE type = @1 AND community = @2 AND number > @3 AND (@4 IS NULL OR partner = @4)
              AND (@5 IS NULL OR substr(name, 1, length(@5)) = @5)
            ORDER BY number LIMIT @6
            """,
            row => (row.GetInt64(0), GridJson.Read<T>(row.GetString(1))), typeof(T).Name, community, number, partner, namePrefix, Portion);

    public List<T> All<T>(string community, string? partner = null, string? namePrefix = null)
        where T : Resource => [.. After<T>(community, 0, partner, namePrefix).Select(row => row.Value)];

    public long Count<T>(string? community = null)
        where T : Resource => database.Count(
            "SELECT count(*) FROM resource WHERE type = @1 AND (@2 IS NULL OR community = @2)", typeof(T).Name, community);

    /// <summary>Replaces a resource that is a part of another and has no version of its own to compare.</summary>
    public void Replace<T>(string community, T resource)
        where T : Resource =>
        database.Execute(
            "UPDATE resource SET body = @4 WHERE type = @1 AND community = @2 AND id = @3", typeof(T).Name, community, resource.Id,
            GridJson.Write(resource));
}
