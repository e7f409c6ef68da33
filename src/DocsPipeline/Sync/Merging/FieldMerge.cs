using DocsPipeline.Documents;
using DocsPipeline.Documents.Yaml;
using Newtonsoft.Json.Linq;

namespace DocsPipeline.Sync.Merging;

/// <summary>A field that both sides changed; the repository's value stays.</summary>
internal sealed record FieldConflict(string Key, string Theirs);

/// <summary>Merges page properties into front matter, field by field, over the values of the version that was exported last.</summary>
internal static class FieldMerge
{
    /// <summary>The fields to write (null: to take away) and those in conflict.</summary>
    public static (IReadOnlyDictionary<string, YamlNode?> Changes, IReadOnlyList<FieldConflict> Conflicts) Merge(
        IReadOnlyDictionary<string, YamlNode> @base, YamlMap ours, IReadOnlyDictionary<string, YamlNode> theirs)
    {
        var changes = new Dictionary<string, YamlNode?>();
        var conflicts = new List<FieldConflict>();
        foreach (var key in @base.Keys.Union(theirs.Keys).Where(key => key is not ("id" or "confluence")))
        {
            var (old, mine, other) = (@base.GetValueOrDefault(key), ours[key], theirs.GetValueOrDefault(key));
            if (Same(old, other) || Same(mine, other))
            {
                continue;
            }

            if (Same(mine, old))
            {
                changes[key] = other;
            }
            else
            {
                conflicts.Add(new FieldConflict(key, other is null ? "(removed)" : FrontMatterLayout.Field(key, other).TrimEnd()));
            }
        }

        return (changes, conflicts);
    }

    private static bool Same(YamlNode? left, YamlNode? right) =>
        left is null || right is null ? left is null && right is null : JToken.DeepEquals(YamlJson.ToJson(left), YamlJson.ToJson(right));
}
