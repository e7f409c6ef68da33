using DocsPipeline.Tests.Sandbox.Npm;

namespace DocsPipeline.Tests.Sandbox.GitHub;

public sealed class OctokitJsTests(RunningGitHub github) : IClassFixture<RunningGitHub>
{
    [NpmFact]
    public async Task The_unmodified_client_from_npm_works()
    {
        var (output, error) = await NpmPackages.RunAsync("GitHub/octokit-story.mjs", github.Address);
        output.ShouldBe("told", error);
    }
}
