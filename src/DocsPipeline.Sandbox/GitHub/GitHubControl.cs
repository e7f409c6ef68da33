using DocsPipeline.Sandbox.GitHub.Rest;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.GitHub;

/// <summary>What only GitHub has to be told from outside: its limits and how far its lists lag behind.</summary>
internal sealed record GitHubControl
{
    /// <summary>
    /// Content-creating requests a minute before 403 with <c>Retry-After</c>; GitHub's own figure is 80. Absent = no secondary limit.
    /// </summary>
    public int? SecondaryLimit { get; init; }

    /// <summary>Requests an hour for each account.</summary>
    public int HourlyLimit { get; init; } = 5000;

    /// <summary>Seconds until a new issue, pull request or comment is in a list.</summary>
    public int ListLagSeconds { get; init; }
}

/// <summary><c>/_sandbox/github</c>: read and replace <see cref="GitHubControl"/>.</summary>
internal static class GitHubControlRoutes
{
    public static void MapGitHubControl(this IEndpointRouteBuilder routes, RateLimit limits, ListLag lag)
    {
        IResult Show() =>
            ControlJson.Answer(
                new GitHubControl { SecondaryLimit = limits.Secondary, HourlyLimit = limits.Primary, ListLagSeconds = lag.Seconds });
        routes.MapGet("/_sandbox/github", Show);
        routes.MapPost("/_sandbox/github", (HttpRequest request) => ControlJson.ReadAsync<GitHubControl>(request, wanted =>
        {
            (limits.Secondary, limits.Primary, lag.Seconds) = (wanted.SecondaryLimit, wanted.HourlyLimit, wanted.ListLagSeconds);
            return Show();
        }));
    }
}
