using System.Text.Json.Nodes;

namespace DocsPipeline.Tests.Sandbox.GitHub;

/// <summary>What the API said.</summary>
public sealed record ApiAnswer(int Status, JsonNode? Json, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public string Message => Json!["message"]!.GetValue<string>();

    public IEnumerable<JsonNode> Items => Json!.AsArray().Select(item => item!);
}
