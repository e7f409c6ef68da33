namespace DocsPipeline.Sandbox.GitHub;

internal sealed class GitHubSystem : ISandboxSystem
{
    public string Name => "github";

    public string Title => "GitHub";

    public string Home => "/github/halden/partner-docs";

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
