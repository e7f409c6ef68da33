using DocsPipeline.Sandbox.GitHub.Pages;
using DocsPipeline.Sandbox.GitHub.Rest;
using DocsPipeline.Sandbox.GitHub.Seeding;
using DocsPipeline.Sandbox.GitHub.Smart;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.Systems;

namespace DocsPipeline.Sandbox.GitHub;

/// <summary>A local GitHub: REST below <c>/api/v3</c>, git and pages to look at below <c>/github</c>.</summary>
internal sealed class GitHubSystem(SandboxClock clock, FirstCommit? first) : ISandboxSystem, IDisposable
{
    private readonly RateLimit limits = new(clock);
    private readonly ListLag lag = new(clock);
    private GitHubState? state;

    public string Name => "github";

    public string Title => "GitHub";

    public string Home => $"/github/{first?.Repository ?? GitHubPeople.Repository}";

    private GitHubState State => state ?? throw new InvalidOperationException("The system is not open.");

    public IReadOnlyList<Credential> Credentials { get; } =
    [
        new("GitHub", "docs-bot", "Bearer", "", GitHubPeople.Bot.Token),
        new("GitHub", "mara-lind, code owner", "Bearer", "", GitHubPeople.Mara.Token),
        new("GitHub", "jonas-weber, code owner", "Bearer", "", GitHubPeople.Jonas.Token),
        new("GitHub", "wera-writer", "Bearer", "", GitHubPeople.Wera.Token),
        new("GitHub, git over HTTP", "anyone above", "Basic", "x-access-token", "the token"),
    ];

    public void Open(string stateDirectory) => state = new GitHubState(stateDirectory, clock);

    public void Reset()
    {
        limits.Reset();
        lag.Seconds = 0;
        State.Clear();
    }

    public void Seed() => new GitHubSeed(State).PlantAsync(first).GetAwaiter().GetResult();

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapApi(State, limits, lag);
        new SmartHttp(State).Map(routes);
        new PageRoutes(State).Map(routes);
        routes.MapGitHubControl(limits, lag);
    }

    public IReadOnlyDictionary<string, long> Counts() => new Dictionary<string, long>
    {
        ["pull requests"] = State.Database.Count("select count(*) from pulls"),
        ["issues"] = State.Database.Count("select count(*) from issues where is_pull = 0"),
        ["comments"] = State.Database.Count("select count(*) from comments"),
    };

    public void Dispose() => state?.Dispose();
}
