using System.Text.Json;
using Octokit.Internal;

namespace DocsPipeline.Systems.GitHub.Wire;

/// <summary>
/// Octokit's JSON behind what it lacks: a limit of depth, and a look whether the facts that decide are there. By itself it reads a
/// missing one as a default: a pull request without <c>merged_at</c> as one that was not merged.
/// </summary>
internal sealed class StrictJson : IJsonSerializer
{
    private readonly SimpleJsonSerializer octokit = new();

    public string Serialize(object item) => octokit.Serialize(item);

    /// <summary>
    /// Throws <see cref="JsonException"/> for what is no JSON, deeper than 64 levels, or lacks a required fact (its path is named).
    /// </summary>
    public T Deserialize<T>(string json)
    {
        using var document = JsonDocument.Parse(json);
        RequiredFacts.Demand<T>(document.RootElement);
        return octokit.Deserialize<T>(json);
    }
}
