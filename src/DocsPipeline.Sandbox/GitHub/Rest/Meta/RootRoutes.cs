using System.Text.Json.Nodes;

namespace DocsPipeline.Sandbox.GitHub.Rest.Meta;

/// <summary><c>/</c>, <c>/meta</c> and <c>/rate_limit</c>.</summary>
internal static class RootRoutes
{
    private static readonly (string Name, string Path)[] Addresses =
    [
        ("current_user_url", "/user"), ("current_user_authorizations_html_url", "/settings/connections/applications{/client_id}"),
        ("authorizations_url", "/authorizations"), ("code_search_url", "/search/code?q={query}{&page,per_page,sort,order}"),
        ("commit_search_url", "/search/commits?q={query}{&page,per_page,sort,order}"), ("emails_url", "/user/emails"),
        ("emojis_url", "/emojis"),
        ("events_url", "/events"), ("feeds_url", "/feeds"), ("followers_url", "/user/followers"),
        ("following_url", "/user/following{/target}"),
        ("gists_url", "/gists{/gist_id}"), ("hub_url", "/hub"), ("issue_search_url", "/search/issues?q={query}{&page,per_page,sort,order}"),
        ("issues_url", "/issues"), ("keys_url", "/user/keys"),
        ("label_search_url", "/search/labels?q={query}&repository_id={repository_id}{&page,per_page}"),
        ("notifications_url", "/notifications"), ("organization_url", "/orgs/{org}"),
        ("organization_repositories_url", "/orgs/{org}/repos{?type,page,per_page,sort}"), ("organization_teams_url", "/orgs/{org}/teams"),
        ("public_gists_url", "/gists/public"), ("rate_limit_url", "/rate_limit"), ("repository_url", "/repos/{owner}/{repo}"),
        ("repository_search_url", "/search/repositories?q={query}{&page,per_page,sort,order}"),
        ("current_user_repositories_url", "/user/repos{?type,page,per_page,sort}"), ("starred_url", "/user/starred{/owner}{/repo}"),
        ("starred_gists_url", "/gists/starred"), ("topic_search_url", "/search/topics?q={query}{&page,per_page}"),
        ("user_url", "/users/{user}"),
        ("user_organizations_url", "/user/orgs"), ("user_repositories_url", "/users/{user}/repos{?type,page,per_page,sort}"),
        ("user_search_url", "/search/users?q={query}{&page,per_page,sort,order}"),
    ];

    public static void MapRoot(this IEndpointRouteBuilder api, RateLimit limits)
    {
        api.MapGet("/", (Call call) => new Answer(new JsonObject(
            Addresses.Select(one => new KeyValuePair<string, JsonNode?>(one.Name, call.Links.Api + one.Path)))));
        api.MapGet("/meta", (Call call) => new Answer(new JsonObject
        {
            ["verifiable_password_authentication"] = false,
            ["installed_version"] = "3.19.0",
        }));
        api.MapGet("/rate_limit", (Call call) => RateLimits(limits, call.Visitor?.Login));
    }

    private static Answer RateLimits(RateLimit limits, string? login)
    {
        static JsonObject Wire(RateLimit.Taken taken) => new()
        {
            ["limit"] = taken.Limit,
            ["remaining"] = taken.Remaining,
            ["reset"] = taken.Reset,
            ["used"] = taken.Used,
            ["resource"] = taken.Resource,
        };
        return new Answer(new JsonObject
        {
            ["resources"] = new JsonObject { ["core"] = Wire(limits.Take(login, 0)), ["search"] = Wire(limits.Search(login, 0)) },
            ["rate"] = Wire(limits.Take(login, 0)),
        });
    }
}
