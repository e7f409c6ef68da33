using DocsPipeline.Tests.Sandbox.Npm;

namespace DocsPipeline.Tests.Sandbox.Confluence;

public sealed class ConfluenceJsTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    [NpmFact]
    public async Task The_unmodified_client_from_npm_works()
    {
        var (output, error) = await NpmPackages.RunAsync("Confluence/confluence-story.mjs", sandbox.Host.Address);
        output.ShouldBe("told", error);
    }
}
