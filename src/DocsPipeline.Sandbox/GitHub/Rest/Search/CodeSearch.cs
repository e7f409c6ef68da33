using System.Text;
using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Rest.Repositories;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Search;

/// <summary>Files of a default branch that hold the words of a search, in their text or in their path.</summary>
internal static class CodeSearch
{
    // GitHub indexes no file above it.
    private const int LargestFile = 384 * 1024;

    public static async Task<IReadOnlyList<JsonObject>> FindAsync(Call call, SearchQuery query)
    {
        var tip = await call.TipAsync(null);
        var found = new List<JsonObject>();
        foreach (var entry in await call.Git.Objects.TreeAsync(tip, recursive: true) ?? [])
        {
            if (entry is { Type: "blob", Size: <= LargestFile } && IsThere(entry, query) && await HoldsAsync(call, entry, query))
            {
                var json = ContentRoutes.Wire(call, entry, tip);
                found.Add(new JsonObject
                {
                    ["name"] = entry.Name,
                    ["path"] = entry.Path,
                    ["sha"] = entry.Sha,
                    ["url"] = json["url"]!.DeepClone(),
                    ["git_url"] = json["git_url"]!.DeepClone(),
                    ["html_url"] = json["html_url"]!.DeepClone(),
                    ["repository"] = call.WireRepository(),
                });
            }
        }

        return found;
    }

    private static bool IsThere(GitTreeEntry entry, SearchQuery query) => query.Qualifiers.All(one => one.Key switch
    {
        "path" => entry.Path.StartsWith(one.Value.Trim('/') + "/", StringComparison.Ordinal),
        "filename" => entry.Name.Contains(one.Value, StringComparison.OrdinalIgnoreCase),
        "extension" => entry.Name.EndsWith($".{one.Value.TrimStart('.')}", StringComparison.OrdinalIgnoreCase),
        _ => !one.IsNot,
    } != one.IsNot);

    private static async Task<bool> HoldsAsync(Call call, GitTreeEntry entry, SearchQuery query)
    {
        var places = query.Values("in").SelectMany(value => value.Split(',')).ToList();
        return (places.Contains("path") && query.IsIn(entry.Path))
            || ((places.Count == 0 || places.Contains("file"))
                && query.IsIn(Encoding.UTF8.GetString(await call.Git.Objects.ReadAsync("blob", entry.Sha) ?? [])));
    }
}
