using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Search;

/// <summary>Search in what the caller may see; its index lags behind as the lists do.</summary>
internal static class SearchRoutes
{
    private const int MostResults = 1_000;

    public static void MapSearch(this IEndpointRouteBuilder api, ListLag lag)
    {
        var search = api.MapGroup("/search");
        search.MapGet("/issues", (Call call) => Issues(call, lag));
        search.MapGet("/code", CodeAsync);
        search.MapGet("/repositories", Repositories);
        search.MapGet("/users", Users);
    }

    private static Answer Issues(Call call, ListLag lag)
    {
        var query = Query(call);
        var found = Places(call, query)
            .SelectMany(place => place.State.Issues.All(place.Repository).Select(issue => (Place: place, Issue: issue)))
            .Where(one => lag.Shows(one.Issue.CreatedAt) && IssueFilter.Fits(one.Place, one.Issue, query));
        Func<(Call Place, Issue Issue), string> key = call.Query("sort") switch
        {
            "updated" => one => one.Issue.UpdatedAt,
            "comments" => one => $"{one.Place.State.Comments.On(one.Issue).Count:D9}",
            _ => one => one.Issue.CreatedAt,
        };
        var sorted = call.Query("order") == "asc"
            ? found.OrderBy(key, StringComparer.Ordinal).ThenBy(one => one.Issue.Id)
            : found.OrderByDescending(key, StringComparer.Ordinal).ThenByDescending(one => one.Issue.Id);
        var answer = Results(call, [.. sorted], one => one.Place.Wire(one.Issue));
        answer.Body!["search_type"] = "lexical";
        return answer;
    }

    private static async Task<Answer> CodeAsync(Call call)
    {
        _ = call.User;
        var query = Query(call);
        if (query.Words.Count == 0)
        {
            throw Refusal.Field("Search", "q", "invalid", "The search is not precise enough: it needs at least one word to look for.");
        }

        var found = new List<JsonObject>();
        foreach (var place in Places(call, query))
        {
            found.AddRange(await CodeSearch.FindAsync(place, query));
        }

        return Results(call, found, one => one);
    }

    private static Answer Repositories(Call call)
    {
        var query = Query(call);
        return Results(
            call,
            [.. Places(call, query).Where(place => query.IsIn($"{place.Repository.FullName} {place.Repository.Description}"))],
            place => place.WireRepository());
    }

    private static Answer Users(Call call)
    {
        var query = Query(call);
        var type = query.Values("type").FirstOrDefault();
        var known = call.State.Repositories.All().SelectMany(repository => call.State.Users.WithAccess(repository.Id)
            .Append(call.State.Users.ByLogin(repository.Owner)
                ?? throw new InvalidOperationException("the owner of a repository is a user")));
        return Results(
            call,
            [.. known.DistinctBy(user => user.Id).OrderBy(user => user.Id).Where(user =>
                query.IsIn($"{user.Login} {user.Name}") && (type is null || type == "org" == user.IsOrganization))],
            user => call.Wire(user));
    }

    private static SearchQuery Query(Call call) => call.Query("q") is { } text && text.Trim().Length > 0
        ? SearchQuery.Parse(text)
        : throw Refusal.Field("Search", "q", "missing");

    /// <summary>
    /// The repositories to look in: those that are named, else all that the caller sees. One that is not seen is refused, not skipped.
    /// </summary>
    private static List<Call> Places(Call call, SearchQuery query)
    {
        var seen = call.State.Repositories.All().Where(repository =>
            !repository.IsPrivate || (call.Visitor is { } visitor && call.State.Repositories.Of(repository, visitor) >= Permission.Read))
                .ToList();
        var (named, owners) = (query.Values("repo").ToList(), query.Values("org").Concat(query.Values("user")).ToList());
        bool IsNamed(Repository repository) =>
            named.Contains(repository.FullName, StringComparer.OrdinalIgnoreCase)
                || owners.Contains(repository.Owner, StringComparer.OrdinalIgnoreCase);
        if (!named.TrueForAll(name => seen.Exists(repository => repository.FullName.Equals(name, StringComparison.OrdinalIgnoreCase)))
            || !owners.TrueForAll(owner => call.State.Users.ByLogin(owner) is not null))
        {
            throw Refusal.Field(
                "Search", "q", "invalid", "The listed users and repositories cannot be searched either because the resources "
                + "do not exist or you do not have permission to view them.");
        }

        return [.. seen.Where(repository => named.Count + owners.Count == 0 || IsNamed(repository)).Select(call.In)];
    }

    private static Answer Results<T>(Call call, List<T> found, Func<T, JsonObject> wire)
    {
        var (size, page) = (Math.Clamp(Number(call, "per_page", 30), 1, 100), Math.Max(Number(call, "page", 1), 1));
        if ((long)(page - 1) * size >= MostResults)
        {
            throw new Refusal(422, "Only the first 1000 search results are available");
        }

        IReadOnlyList<T> reachable = [.. found.Take(MostResults)];
        return new Answer(new JsonObject
        {
            ["total_count"] = found.Count,
            ["incomplete_results"] = false,
            ["items"] = new JsonArray([.. call.Slice(reachable).Select(wire).Select(Scored)]),
        });
    }

    private static JsonObject Scored(JsonObject json)
    {
        json["score"] = 1.0;
        return json;
    }

    private static int Number(Call call, string name, int otherwise) => int.TryParse(call.Query(name), out var number) ? number : otherwise;
}
