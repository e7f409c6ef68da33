namespace DocsPipeline.Sandbox.TradingGrid.Contract;

/// <summary>The counterpart in another system; one for each system.</summary>
internal sealed record ExternalRef(string System, string Id, string? Url)
{
    /// <summary>The list with this reference in the place of another of the same system.</summary>
    public IReadOnlyList<ExternalRef> In(IReadOnlyList<ExternalRef> others) => [.. others.Where(other => other.System != System), this];
}
