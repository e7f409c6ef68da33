namespace DocsPipeline.Sandbox.TradingGrid.Api;

/// <summary>One operation: how it is reached, which scope it takes, which query parameters it knows.</summary>
internal sealed record ApiRoute(string Method, string Path, string Scope, Func<ApiRequest, ApiAnswer> Handle)
{
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>POST only: whether an <c>Idempotency-Key</c> is required. False for a read that happens to be a POST.</summary>
    public bool Idempotent { get; init; } = true;

    /// <summary>In bytes. A JSON writer may spend six on one character of HTML, of which a document has a mebibyte.</summary>
    public int LongestBody { get; init; } = 8 * 1024 * 1024;
}
