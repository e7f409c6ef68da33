namespace DocsPipeline.Tests.Flows.Export;

/// <summary>
/// Needs real pages that lie beside the repository and are not part of it; skipped with that reason where they are missing.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusFactAttribute : FactAttribute
{
    public static string Pages { get; } =
        Path.GetFullPath(Path.Combine(Checkout.Root, "..", "shared", "corpora", "confluence", "querypie-querypie-docs"));

    public CorpusFactAttribute() => Skip = Directory.Exists(Pages) ? null : $"needs real Confluence pages in {Pages}";
}
