using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Rest;

/// <summary>One request to the API: who asks, about which repository, with what body.</summary>
internal sealed class Call(GitHubState state, HttpContext http)
{
    private Repository? repository;

    public GitHubState State { get; } = state;

    public HttpContext Http { get; } = http;

    /// <summary>Null for a request without credentials.</summary>
    public User? Visitor { get; init; }

    public User User => Visitor ?? throw new Refusal(401, "Requires authentication");

    public RequestBody Body { get; set; } = RequestBody.Empty;

    public Repository Repository => repository ??= FindRepository();

    public BareRepository Git => State.Git(Repository);

    public Links Links { get; } = new($"{http.Request.Scheme}://{http.Request.Host}");

    /// <summary>The same caller, about a repository that the path does not name.</summary>
    public Call In(Repository other) => new(State, Http) { Visitor = Visitor, Body = Body, repository = other };

    public bool IsWriter => State.Repositories.Of(Repository, User) >= Permission.Write;

    public static ValueTask<Call?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<Call>());

    public void Demand(Permission permission)
    {
        if (State.Repositories.Of(Repository, User) < permission)
        {
            throw new Refusal(403, permission == Permission.Admin
                ? "Must have admin rights to Repository."
                : "Resource not accessible by personal access token");
        }
    }

    public string? Query(string name) => Http.Request.Query.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>A value of the path; a slash that came as <c>%2F</c> is one again.</summary>
    public string Route(string name) =>
        (Http.GetRouteValue(name) as string ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    public Issue FindIssue(int number) => State.Issues.Find(Repository, number) ?? throw Refusal.NotFound;

    public Pull FindPull(int number) => State.Pulls.Find(Repository, number) ?? throw Refusal.NotFound;

    public Label FindLabel(string name) => State.Labels.Find(Repository, name) ?? throw Refusal.NotFound;

    // What somebody may not see does not exist for them.
    private Repository FindRepository()
    {
        var found = State.Repositories.Find(Route("owner"), Route("repo")) ?? throw Refusal.NotFound;
        var allowed = Visitor is null ? Permission.None : State.Repositories.Of(found, Visitor);
        return !found.IsPrivate || allowed >= Permission.Read ? found : throw Refusal.NotFound;
    }
}
