using System.Text.Json;
using Octokit;

namespace DocsPipeline.Systems.GitHub.Wire;

/// <summary>
/// What an answer must hold to be believed, by the type that Octokit makes of it. <c>name?</c> may be null (GitHub does not know), but it
/// must stand there; <c>a.b</c> is the member <c>b</c> of <c>a</c>, asked for where <c>a</c> is not null.
/// </summary>
internal static class RequiredFacts
{
    private static readonly Dictionary<Type, string[]> Facts = new()
    {
        [typeof(Octokit.PullRequest)] =
        [
            "number", "title", "state", "html_url", "user?.login", "merged_at?", "merge_commit_sha?",
            "head.ref", "head.sha", "head.repo?.full_name", "base.ref", "base.sha", "base.repo.full_name",
        ],
        [typeof(PullRequestReview)] = ["id", "state", "user?.login", "commit_id?"],
        [typeof(PullRequestCommit)] = ["sha", "commit.message", "author?", "committer?", "parents"],
        [typeof(Octokit.Issue)] = ["number", "title", "state", "html_url", "user?.login", "labels", "created_at", "updated_at"],
        [typeof(Octokit.Label)] = ["name"],
        [typeof(TeamMembershipDetails)] = ["state"],
    };

    /// <summary>
    /// Throws <see cref="JsonException"/> with the path of the first fact that is not there; a type without a list is not read at all.
    /// </summary>
    public static void Demand<T>(JsonElement root)
    {
        var isList = typeof(T).IsGenericType;
        var facts = Facts[isList ? typeof(T).GenericTypeArguments[0] : typeof(T)];
        if (!isList)
        {
            Demand(root, facts, "$");
            return;
        }

        if (root.ValueKind != JsonValueKind.Array)
        {
            throw Missing("$");
        }

        var index = 0;
        foreach (var element in root.EnumerateArray())
        {
            Demand(element, facts, $"$[{index++}]");
        }
    }

    private static void Demand(JsonElement element, string[] facts, string at)
    {
        foreach (var fact in facts)
        {
            var (value, path) = (element, at);
            foreach (var step in fact.Split('.'))
            {
                var name = step.TrimEnd('?');
                path = $"{path}.{name}";
                if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value)
                    || (value.ValueKind == JsonValueKind.Null && !step.EndsWith('?')))
                {
                    throw Missing(path);
                }

                if (value.ValueKind == JsonValueKind.Null)
                {
                    break;
                }
            }
        }
    }

    private static JsonException Missing(string path) => new("a fact is missing", path, null, null);
}
