namespace DocsPipeline.Sandbox.Confluence.V1;

/// <summary>What <c>expand=body.storage,version</c> asks for. Asking for <c>a.b</c> asks for <c>a</c> too.</summary>
internal sealed class Expansion
{
    private readonly string[] wanted;

    public Expansion(string? expand) =>
        wanted = (expand ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static Expansion None { get; } = new("");

    public bool Has(string name) => wanted.Any(each => each == name || each.StartsWith(name + ".", StringComparison.Ordinal));
}
