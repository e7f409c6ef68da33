using System.Globalization;
using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>A part of a list, with the way to the next part in the body and in the <c>Link</c> header.</summary>
internal static class Listing
{
    public static IResult Answer(Call call, JsonArray results, Cursor? next)
    {
        var links = new JsonObject { ["base"] = call.Base };
        var header = $"<{call.Base}>; rel=\"base\"";
        if (next is not null)
        {
            var url = Next(call.Request, next);
            links["next"] = url;
            header = $"<{url}>; rel=\"next\", {header}";
        }

        call.Http.Response.Headers.Link = header;
        return Json.Answer(new JsonObject { ["results"] = results, ["_links"] = links });
    }

    /// <summary>A list that is short enough to be read whole each time.</summary>
    public static IResult Slice<T>(
        Call call, IReadOnlyList<T> all, Func<T, string> id, Func<T, JsonNode> make, int limit = 25, int most = 250)
    {
        var start = 0;
        if (Cursor.Read(call.Query("cursor")) is { } cursor)
        {
            // The item may be gone by now; then its place tells where to go on.
            var seen = all.Index().FirstOrDefault(item => id(item.Item) == cursor.Id, (-1, default!)).Index;
            start = seen >= 0 ? seen + 1 : int.TryParse(cursor.Value, CultureInfo.InvariantCulture, out var place) ? place : 0;
        }

        var part = all.Skip(start).Take(call.Limit(limit, most)).ToList();
        var end = start + part.Count;
        var next = end < all.Count && part.Count > 0 ? new Cursor(end.ToString(CultureInfo.InvariantCulture), id(part[^1])) : null;
        return Answer(call, Json.Array(part, make), next);
    }

    // Always below /wiki: through the gateway the prefix is missing, as it is in reality.
    private static string Next(HttpRequest request, Cursor next)
    {
        var path = request.Path.Value!;
        var query = new QueryBuilder(
            request.Query
                .Where(pair => pair.Key != "cursor")
                .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")))
        {
            { "cursor", next.Write() },
        };
        return path[path.IndexOf("/wiki/", StringComparison.Ordinal)..] + query.ToQueryString();
    }
}
