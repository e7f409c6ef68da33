namespace DocsPipeline.Tests.Sandbox.Confluence;

/// <summary>
/// A test against Atlassian's own description of the API, which is not part of this repository: skipped, and said so, where it is missing.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DescribedFactAttribute : FactAttribute
{
    public DescribedFactAttribute()
    {
        if (!File.Exists(Description))
        {
            Skip = $"SKIPPED: {Description} is not there, so nothing compares the sandbox with Atlassian's description of v2.";
        }
    }

    public static string Description { get; } = Path.GetFullPath(
        Path.Combine(Checkout.Root, "..", "shared", "openapi", "confluence-cloud-v2.json"));
}
