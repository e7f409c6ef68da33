namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>What was filled in, and what is wrong with it, by field name.</summary>
internal sealed record FormState(IFormCollection? Values, IReadOnlyDictionary<string, string> Errors)
{
    public static FormState Empty { get; } = new(null, new Dictionary<string, string>());

    public string Value(string name) => Values?[name].ToString() ?? "";

    public string? Error(string name) => Errors.GetValueOrDefault(name);
}
