namespace DocsPipeline.Sandbox.TradingGrid;

internal sealed class TradingGridSystem : ISandboxSystem
{
    public string Name => "trading-grid";

    public string Title => "Trading Grid";

    public string Home => "/portal/";

    public void Open(SandboxOptions options, string stateDirectory)
    {
    }

    public void Reset()
    {
    }

    public void Seed()
    {
    }

    public void Map(IEndpointRouteBuilder routes)
    {
    }

    public IReadOnlyDictionary<string, long> Counts() => new Dictionary<string, long>();
}
