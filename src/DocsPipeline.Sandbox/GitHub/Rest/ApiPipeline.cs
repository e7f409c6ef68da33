using System.Globalization;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.GitHub.Rest;

/// <summary>What every request to the API goes through: headers, credentials, limits, the body, and errors in GitHub's shape.</summary>
internal sealed class ApiPipeline(GitHubState state, RateLimit limits)
{
    private static readonly string[] Versions = ["2022-11-28", "2026-03-10"];

    /// <summary>Wraps every endpoint of the group: filters would come too late, after the arguments were bound.</summary>
    public void Wrap(IEndpointConventionBuilder group) => group.Add(endpoint =>
    {
        var inner = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = http => RunAsync(http, inner);
    });

    private async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            var isWrite = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
            var call = Begin(http, isWrite);
            http.Features.Set(call);
            if (!isWrite)
            {
                await next(http);
                return;
            }

            call.Body = await RequestBody.ReadAsync(http.Request);
            await state.Writer.WaitAsync(http.RequestAborted);
            try
            {
                await next(http);
            }
            finally
            {
                state.Writer.Release();
            }
        }
        catch (Refusal refusal)
        {
            await Refuse(refusal).ExecuteAsync(http);
        }
    }

    public static Answer Refuse(Refusal refusal) => new(refusal.ToJson(), refusal.Status);

    private Call Begin(HttpContext http, bool isWrite)
    {
        var headers = http.Response.Headers;
        headers["X-GitHub-Request-Id"] = Guid.NewGuid().ToString("N")[..20].ToUpperInvariant();
        headers["X-GitHub-Media-Type"] = MediaForms.Label(http.Request);
        headers["X-GitHub-Enterprise-Version"] = "3.19.0";
        if (http.Request.Headers.UserAgent.Count == 0)
        {
            throw new Refusal(403, "Request forbidden by administrative rules. Please make sure your request has a User-Agent header.");
        }

        var version = http.Request.Headers["X-GitHub-Api-Version"].ToString();
        if (version.Length > 0 && !Versions.Contains(version))
        {
            throw new Refusal(400, $"Version {version} is not supported. Supported versions: {string.Join(", ", Versions)}.");
        }

        headers["x-github-api-version-selected"] = version.Length > 0 ? version : Versions[0];
        var visitor = Credentials.Find(state.Users, http.Request);
        if (visitor is null && Credentials.Has(http.Request))
        {
            throw new Refusal(401, "Bad credentials");
        }

        http.SetActor(visitor?.Login ?? "anonymous");
        Count(http, visitor, isWrite);
        return new Call(state, http) { Visitor = visitor };
    }

    private void Count(HttpContext http, User? visitor, bool isWrite)
    {
        var isFree = http.Request.Path.Value?.EndsWith("/rate_limit", StringComparison.Ordinal) == true;
        var taken = http.Request.Path.StartsWithSegments("/api/v3/search")
            ? limits.Search(visitor?.Login)
            : limits.Take(visitor?.Login, isFree ? 0 : 1);
        http.Features.Set(taken);
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers["x-ratelimit-limit"] = taken.Limit.ToString(CultureInfo.InvariantCulture);
            headers["x-ratelimit-remaining"] = taken.Remaining.ToString(CultureInfo.InvariantCulture);
            headers["x-ratelimit-used"] = taken.Used.ToString(CultureInfo.InvariantCulture);
            headers["x-ratelimit-reset"] = taken.Reset.ToString(CultureInfo.InvariantCulture);
            headers["x-ratelimit-resource"] = taken.Resource;
            return Task.CompletedTask;
        });
        if (taken.IsExceeded)
        {
            throw new Refusal(403, $"API rate limit exceeded for user ID {visitor?.Id ?? 0}.");
        }

        if (isWrite && visitor is not null && limits.Block(visitor.Login) is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            throw new Refusal(403, "You have exceeded a secondary rate limit and have been temporarily blocked from content creation. "
                + "Please retry your request again later.");
        }
    }
}
