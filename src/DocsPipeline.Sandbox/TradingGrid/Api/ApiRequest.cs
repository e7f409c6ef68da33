using System.Text.Json;
using DocsPipeline.Sandbox.TradingGrid.Contract;

namespace DocsPipeline.Sandbox.TradingGrid.Api;

/// <summary>A request that passed authentication, with its body read.</summary>
internal sealed record ApiRequest(HttpContext Http, ApiClient Client, byte[] Bytes)
{
    private static readonly JsonSerializerOptions Reading = new() { MaxDepth = 32 };

    public Actor Actor => Client.Actor;

    public string Community => Route("communityId");

    public string Route(string name) => (string)Http.Request.RouteValues[name]!;

    public string? Query(string name) => Http.Request.Query[name] is [{ } value] ? value : null;

    public string? IfMatch => Http.Request.Headers.IfMatch is [{ } value] ? value : null;

    public string? IfNoneMatch => Http.Request.Headers.IfNoneMatch is [{ } value] ? value : null;

    /// <summary>The query parameter when it is one of the words; another word is refused.</summary>
    public string? QueryWord(string name, IReadOnlyList<string> words) => Query(name) switch
    {
        null => null,
        var value when words.Contains(value) => value,
        _ => throw Problem.Parameter($"{name} is one of {string.Join(", ", words)}."),
    };

    /// <summary>The body, when it has this shape.</summary>
    public JsonElement Json(Shape shape)
    {
        var json = Parse();
        shape.Demand(json);
        return json;
    }

    public T Json<T>(Shape shape) => GridJson.Read<T>(Json(shape));

    /// <summary>Refuses with 412 when the request carries an etag that is not this one.</summary>
    public void Expect(string etag)
    {
        if (IfMatch is { } expected && expected != etag)
        {
            throw new Problem(412, "precondition_failed", $"The etag is {etag} by now.");
        }
    }

    /// <summary>As <see cref="Expect"/>, and refuses with 428 when the request carries none.</summary>
    public void Demand(string etag)
    {
        if (IfMatch is null)
        {
            throw new Problem(428, "precondition_required", "Send the etag that you read as If-Match.");
        }

        Expect(etag);
    }

    private JsonElement Parse()
    {
        if (!Http.Request.HasJsonContentType())
        {
            throw new Problem(415, "unsupported_media_type", "The body must be application/json.");
        }

        try
        {
            return JsonSerializer.Deserialize<JsonElement>(Bytes, Reading);
        }
        catch (JsonException problem)
        {
            throw new Problem(400, "malformed_json", problem.Message);
        }
    }
}
