namespace DocsPipeline.Tests.Sandbox.GitHub;

/// <summary>
/// A test that needs GitHub's own OpenAPI description or its client from npm, which are too large to keep:
/// <c>npm install --prefix artifacts/node @octokit/openapi @octokit/rest</c>. Without them it is skipped, and says so.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OctokitFactAttribute : FactAttribute
{
    public OctokitFactAttribute(string package)
    {
        if (!Directory.Exists(Path.Combine(Modules, package)))
        {
            Skip = $"SKIPPED, NOT PROVED: {package} is not installed. Run: npm install --prefix artifacts/node @octokit/openapi @octokit/rest "
                + "(or set DOCSPIPELINE_NODE_MODULES to a node_modules folder that has them).";
        }
    }

    public static string Modules { get; } =
        Environment.GetEnvironmentVariable("DOCSPIPELINE_NODE_MODULES") ?? Path.Combine(Checkout.Root, "artifacts", "node", "node_modules");
}
