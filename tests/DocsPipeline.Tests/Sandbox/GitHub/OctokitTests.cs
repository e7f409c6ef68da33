using System.Diagnostics;

namespace DocsPipeline.Tests.Sandbox.GitHub;

public sealed class OctokitTests(RunningGitHub github) : IClassFixture<RunningGitHub>
{
    [OctokitFact("@octokit/rest")]
    public async Task The_unmodified_client_from_npm_works()
    {
        var story = Path.Combine(Checkout.Root, "tests/DocsPipeline.Tests/Sandbox/GitHub/octokit-story.mjs");
        var start = new ProcessStartInfo("node", [story, github.Address.AbsoluteUri, OctokitFactAttribute.Modules]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        var output = node.StandardOutput.ReadToEndAsync();
        var error = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        (await output).Trim().ShouldBe("told", error);
    }
}
