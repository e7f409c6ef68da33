using System.Text;
using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Repositories;

/// <summary>Who moved which ref of a repository; its pages are told by cursors, not by numbers.</summary>
internal static class ActivityRoutes
{
    private static readonly string[] Kinds = ["push", "force_push", "branch_creation", "branch_deletion", "pr_merge", "merge_queue_merge"];

    private static readonly Dictionary<string, int> Days = new(StringComparer.Ordinal)
    {
        ["day"] = 1, ["week"] = 7, ["month"] = 30, ["quarter"] = 91, ["year"] = 365,
    };

    public static void MapActivity(this IEndpointRouteBuilder repository) => repository.MapGet("/activity", List);

    private static Answer List(Call call)
    {
        var (name, actor) = (call.Query("ref"), call.Query("actor"));
        var kind = OneOf(call, "activity_type", Kinds);
        var since = OneOf(call, "time_period", [.. Days.Keys]) is { } period
            ? Moment.Of(call.State.Clock.GetUtcNow().AddDays(-Days[period]))
            : "";
        var found = call.State.Activities.All(call.Repository).Where(one =>
            (name is null || one.Ref == name || one.Ref == $"refs/heads/{name}")
            && (kind is null || one.Kind == kind)
            && string.CompareOrdinal(one.At, since) >= 0
            && (actor is null || call.State.Users.Get(one.Actor).Login.Equals(actor, StringComparison.OrdinalIgnoreCase)));
        var sorted = OneOf(call, "direction", ["asc", "desc"]) == "asc" ? found.Reverse() : found;
        return new Answer(new JsonArray([.. Page(call, [.. sorted]).Select(one => Wire(call, one))]));
    }

    private static string? OneOf(Call call, string name, string[] words) => call.Query(name) is not { Length: > 0 } given ? null
        : words.Contains(given) ? given
        : throw Refusal.Unprocessable($"Invalid request.\n\n{given} is not a member of [\"{string.Join("\", \"", words)}\"].");

    private static IReadOnlyList<Activity> Page(Call call, IReadOnlyList<Activity> all)
    {
        var size = int.TryParse(call.Query("per_page"), out var wanted) ? Math.Clamp(wanted, 1, 100) : 30;
        var from = Place(call, all, "after") is { } after ? after + 1 : 0;
        if (Place(call, all, "before") is { } before)
        {
            from = Math.Max(0, before - size);
        }

        IReadOnlyList<Activity> page = [.. all.Skip(from).Take(size)];
        var links = new List<string>();
        if (page.Count > 0 && from > 0)
        {
            links.Add($"<{Address(call, size, "before", page[0])}>; rel=\"prev\"");
        }

        if (page.Count > 0 && from + size < all.Count)
        {
            links.Add($"<{Address(call, size, "after", page[^1])}>; rel=\"next\"");
        }

        if (links.Count > 0)
        {
            call.Http.Response.Headers.Link = string.Join(", ", links);
        }

        return page;
    }

    private static int? Place(Call call, IReadOnlyList<Activity> all, string cursor)
    {
        if (call.Query(cursor) is not { Length: > 0 } given)
        {
            return null;
        }

        var at = all.ToList().FindIndex(one => Cursor(one) == given);
        return at >= 0 ? at : throw Refusal.Unprocessable($"Invalid request.\n\nThe {cursor} cursor is not valid.");
    }

    private static string Address(Call call, int size, string cursor, Activity one)
    {
        var query = call.Http.Request.Query
            .Where(pair => pair.Key is not ("before" or "after" or "per_page" or "page"))
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}");
        return $"{call.Links.Of(call.Repository)}/activity?{string.Join('&', [.. query, $"per_page={size}", $"{cursor}={Cursor(one)}"])}";
    }

    private static string Cursor(Activity one) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes($"activity:{one.Id}"));

    private static JsonObject Wire(Call call, Activity one) => new()
    {
        ["id"] = one.Id,
        ["node_id"] = NodeId.Of("Push", one.Id),
        ["before"] = one.Before,
        ["after"] = one.After,
        ["ref"] = one.Ref,
        ["timestamp"] = one.At,
        ["activity_type"] = one.Kind,
        ["actor"] = call.WireUser(one.Actor),
    };
}
