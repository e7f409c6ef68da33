using DocsPipeline.Sandbox.State;
using DocsPipeline.Sandbox.TradingGrid.Contract;

namespace DocsPipeline.Sandbox.TradingGrid.Settings;

/// <summary>The switches in force.</summary>
internal sealed class GridSettings(SandboxDatabase database)
{
    private GridSwitches? current;

    public GridSwitches Current
    {
        get =>
            current ??= database.First(
                "SELECT body FROM setting WHERE name = 'switches'", row => GridJson.Read<GridSwitches>(row.GetString(0)))
                ?? new GridSwitches();
        set
        {
            database.Execute("INSERT OR REPLACE INTO setting (name, body) VALUES ('switches', @1)", GridJson.Write(value));
            current = value;
        }
    }

    public void Forget() => current = null;
}
