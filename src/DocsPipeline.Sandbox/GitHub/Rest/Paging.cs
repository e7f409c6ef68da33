using System.Globalization;
using System.Text.Json.Nodes;

namespace DocsPipeline.Sandbox.GitHub.Rest;

/// <summary>Pages of lists: <c>per_page</c> (30 unless told, 100 at most), <c>page</c>, and the <c>Link</c> header.</summary>
internal static class Paging
{
    public static Answer Page<T>(this Call call, IReadOnlyList<T> items, Func<T, JsonNode> wire) =>
        new(new JsonArray([.. call.Slice(items).Select(wire)]));

    /// <summary>For lists inside an object, with their total.</summary>
    public static Answer Page<T>(this Call call, string name, IReadOnlyList<T> items, Func<T, JsonNode> wire) => new(new JsonObject
    {
        ["total_count"] = items.Count,
        [name] = new JsonArray([.. call.Slice(items).Select(wire)]),
    });

    public static IReadOnlyList<T> Slice<T>(this Call call, IReadOnlyList<T> items)
    {
        var size = Math.Clamp(Number(call, "per_page", 30), 1, 100);
        var page = Math.Max(Number(call, "page", 1), 1);
        var last = Math.Max((items.Count + size - 1) / size, 1);
        var links = new List<string>();
        void Add(string relation, int number, bool isThere)
        {
            if (isThere)
            {
                links.Add($"<{Address(call, number, size)}>; rel=\"{relation}\"");
            }
        }

        Add("prev", Math.Min(page - 1, last), page > 1);
        Add("next", page + 1, page < last);
        Add("last", last, page < last);
        Add("first", 1, page > 1);
        if (links.Count > 0)
        {
            call.Http.Response.Headers.Link = string.Join(", ", links);
        }

        return [.. items.Skip((int)Math.Min((long)(page - 1) * size, int.MaxValue)).Take(size)];
    }

    // A number that is none counts as the default, as on GitHub.
    private static int Number(Call call, string name, int otherwise) =>
        int.TryParse(call.Query(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static string Address(Call call, int page, int size)
    {
        var query = call.Http.Request.Query
            .Where(pair => pair.Key is not ("page" or "per_page"))
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}");
        var parts = string.Join('&', [.. query, $"per_page={size}", $"page={page}"]);
        return $"{call.Links.Base}{call.Http.Request.Path.ToUriComponent()}?{parts}";
    }
}
