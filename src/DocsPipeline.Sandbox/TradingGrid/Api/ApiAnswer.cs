using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Api;

/// <summary>What a handler answers: a value that becomes JSON, or bytes with their media type.</summary>
internal sealed record ApiAnswer(int Status, object? Body)
{
    public string? ETag { get; init; }

    public string? Location { get; init; }

    public (byte[] Bytes, string MediaType)? Content { get; init; }

    public static ApiAnswer Ok(object body) => new(200, body);

    public static ApiAnswer Of(Resource resource, object? wire = null, int status = 200) =>
        new(status, wire ?? resource) { ETag = resource.Etag };
}
