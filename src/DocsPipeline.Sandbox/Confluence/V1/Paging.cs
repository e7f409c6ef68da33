using System.Globalization;
using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace DocsPipeline.Sandbox.Confluence.V1;

/// <summary>
/// v1's lists: <c>start</c> and <c>limit</c>, and <c>_links.next</c> while there is more. A limit that is too high is lowered without a
/// word, to 50 when bodies are expanded: clients must trust <c>size</c> and <c>next</c>.
/// </summary>
internal static class Paging
{
    public static IResult Slice<T>(Call call, IReadOnlyList<T> all, Func<T, JsonNode> make, int otherwise = 25) =>
        Slice(call, all, make, [], otherwise);

    /// <summary>With what the list says about itself beside its results.</summary>
    public static IResult Slice<T>(Call call, IReadOnlyList<T> all, Func<T, JsonNode> make, JsonObject about, int otherwise = 25)
    {
        var start = call.Number("start") ?? 0;
        var most = call.Query("expand")?.Contains("body", StringComparison.Ordinal) == true ? 50 : 250;
        var limit = Math.Clamp(call.Number("limit") ?? otherwise, 0, most);
        var part = all.Skip(start).Take(limit).ToList();
        var links = new JsonObject
        {
            ["base"] = call.Base,
            ["context"] = call.Flavour == Flavour.DataCenter ? "/dc" : "/wiki",
            ["self"] = $"{call.Base}{Path(call.Request)}{call.Request.QueryString}",
        };
        if (start + part.Count < all.Count && part.Count > 0)
        {
            links["next"] = Other(call.Request, start + part.Count, limit);
        }

        if (start > 0)
        {
            links["prev"] = Other(call.Request, Math.Max(0, start - limit), limit);
        }

        about["results"] = Json.Array(part, make);
        about["start"] = start;
        about["limit"] = limit;
        about["size"] = part.Count;
        about["_links"] = links;
        return Json.Answer(about);
    }

    private static string Other(HttpRequest request, int start, int limit)
    {
        var query = new QueryBuilder(
            request.Query
                .Where(pair => pair.Key is not ("start" or "limit"))
                .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")))
        {
            { "limit", limit.ToString(CultureInfo.InvariantCulture) },
            { "start", start.ToString(CultureInfo.InvariantCulture) },
        };
        return Path(request) + query.ToQueryString();
    }

    private static string Path(HttpRequest request) =>
        request.Path.Value!.IndexOf("/rest/api", StringComparison.Ordinal) is var at ? request.Path.Value[at..] : "";
}
