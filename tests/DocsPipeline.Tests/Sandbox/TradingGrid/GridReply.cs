using System.Net.Http.Headers;
using System.Text.Json;

namespace DocsPipeline.Tests.Sandbox.TradingGrid;

/// <summary>An answer of the API, already held against the contract.</summary>
internal sealed record GridReply(int Status, JsonElement Json, HttpResponseHeaders Headers, byte[] Bytes)
{
    public JsonElement this[string name] => Json.GetProperty(name);

    public string Text(string name) => Json.GetProperty(name).GetString()!;

    public string Id => Text("id");

    public string ETag => Headers.GetValues("ETag").Single();

    /// <summary>The code of a problem.</summary>
    public string Code => Text("code");

    public IEnumerable<string> Pointers =>
        Json.GetProperty("errors")
            .EnumerateArray()
            .Select(error => $"{error.GetProperty("pointer").GetString()} {error.GetProperty("code").GetString()}");

    public IReadOnlyList<JsonElement> Items => [.. Json.GetProperty("items").EnumerateArray()];

    public bool Replayed => Headers.TryGetValues("Idempotent-Replayed", out var values) && values.Single() == "true";

    public GridReply Is(int status)
    {
        Status.ShouldBe(status, Json.ValueKind == JsonValueKind.Undefined ? null : Json.ToString());
        return this;
    }

    public GridReply Is(int status, string code)
    {
        Is(status);
        Code.ShouldBe(code);
        return this;
    }
}
