namespace DocsPipeline.Sandbox.Confluence;

internal sealed class ConfluenceSystem : ISandboxSystem
{
    public string Name => "confluence";

    public string Title => "Confluence";

    public string Home => "/wiki/";

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
