namespace DocsPipeline.Sandbox.TradingGrid.Store;

/// <summary>What every stored thing has; the store sets all of it.</summary>
internal abstract record Resource
{
    public string Id { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Rises by one with each change.</summary>
    public int Version { get; init; }

    /// <summary>With its quotes, as in the header.</summary>
    public string Etag => $"\"{Id}.{Version}\"";
}
