using System.Text.Json;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using Microsoft.AspNetCore.WebUtilities;

namespace DocsPipeline.Sandbox.TradingGrid.Api;

/// <summary>
/// A <see cref="Problem"/> as bytes: problem+json, or what OpenText's API gateway says when it refuses in front of the community.
/// </summary>
internal static class ProblemAnswer
{
    public static Task WriteAsync(HttpContext context, Problem problem, string trace, bool gateway)
    {
        var response = context.Response;
        response.StatusCode = problem.Status;
        response.Headers.CacheControl = "no-store";
        foreach (var (name, value) in problem.Headers)
        {
            response.Headers[name] = value;
        }

        return gateway && problem.Status is 401 or 403
            ? response.WriteAsJsonAsync(
                new { fault = new { faultstring = problem.Message, detail = new { errorcode = $"oauth.v2.{problem.Code}" } } })
            : response.WriteAsJsonAsync(Body(context, problem, trace), GridJson.Options, "application/problem+json");
    }

    private static object Body(HttpContext context, Problem problem, string trace) => new
    {
        Type = "about:blank",
        Title = ReasonPhrases.GetReasonPhrase(problem.Status),
        problem.Status,
        problem.Code,
        Detail = problem.Message,
        Instance = context.Request.Path.Value,
        TraceId = trace,
        problem.Errors,
    };
}
