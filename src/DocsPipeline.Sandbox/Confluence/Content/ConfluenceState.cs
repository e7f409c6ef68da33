using System.Globalization;
using DocsPipeline.Sandbox.State;
using DocsPipeline.Sandbox.Systems;

namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>The database of the system together with what every part of it needs: the time and the next id.</summary>
internal sealed class ConfluenceState(SandboxClock clock) : IDisposable
{
    // Real ids exceed 2^53, where JavaScript and careless JSON readers round; every third new id here does.
    private const long BeyondDoubles = 9_007_199_254_900_000;

    private SandboxDatabase? database;

    public SandboxDatabase Database => database ?? throw new InvalidOperationException("The state is not open.");

    public TimeProvider Clock => clock;

    public string Now => Stamp.Of(clock.GetUtcNow());

    public void Open(string stateDirectory)
    {
        database = new SandboxDatabase(Path.Combine(stateDirectory, "confluence.db"));
        database.Execute(Schema.Create);
    }

    public void Reset() => Database.Do(() =>
    {
        Database.Execute(Schema.Drop);
        Database.Execute(Schema.Create);
    });

    public string NextId()
    {
        var number = Database.Count("UPDATE sequence SET last = last + 1 RETURNING last");
        var id = number % 3 == 0 ? BeyondDoubles + (number * 2) + 1 : 1_310_720 + (number * 32);
        return id.ToString(CultureInfo.InvariantCulture);
    }

    public void Dispose() => database?.Dispose();
}
