using System.Text.Json;
using Build.Environments;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Systems;

namespace DocsPipeline.Tests.Systems;

public sealed class ConnectionsTests
{
    private static readonly EnvironmentSettings Addresses = new()
    {
        Confluence = new Uri("https://halden.example/wiki"),
        ConfluenceDeployment = "cloud",
        GitHubApi = new Uri("https://api.github.example"),
        GitHubGit = new Uri("https://github.example"),
        TradingGrid = new Uri("https://grid.example"),
        TradingGridToken = new Uri("https://otds.example/otdsws/oauth2/token"),
    };

    [Fact]
    public void Names_every_missing_variable_at_once()
    {
        var fault = Should.Throw<PipelineException>(() => Connections.FromEnvironment("halden/partner-docs", Addresses, _ => null));

        fault.Diagnostics.Select(diagnostic => (diagnostic.Code.Id, diagnostic.Message)).ShouldBe(
        [
            ("DOC0901", "environment variable CONFLUENCE_TOKEN is not set"),
            ("DOC0901", "environment variable GITHUB_TOKEN is not set"),
            ("DOC0901", "environment variable TRADING_GRID_CLIENT_ID is not set"),
            ("DOC0901", "environment variable TRADING_GRID_CLIENT_SECRET is not set"),
        ]);
    }

    [Fact]
    public void Takes_a_token_without_a_login_for_a_bearer_token()
    {
        var connections = Connections.FromEnvironment(
            "halden/partner-docs", Addresses, variable => variable is "CONFLUENCE_LOGIN" ? null : $"value of {variable}");

        connections.Confluence.Login.ShouldBeNull();
        connections.Confluence.Token.Reveal().ShouldBe("value of CONFLUENCE_TOKEN");
        connections.GitHub.Owner.ShouldBe("halden");
        connections.GitHub.GitUrl.ShouldBe(new Uri("https://github.example/halden/partner-docs.git"));
    }

    [Fact]
    public void Never_shows_a_secret_in_text_or_json()
    {
        var connections = SandboxConnections.At(new Uri("http://127.0.0.1:8088"));

        connections.ToString().ShouldNotContain("sandbox-confluence-token");
        JsonSerializer.Serialize(connections).ShouldNotContain("sandbox-client-secret");
    }
}
