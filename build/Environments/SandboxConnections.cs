using DocsPipeline.Sandbox;
using DocsPipeline.Systems;

namespace Build.Environments;

/// <summary>The sandbox at a loopback address, reached as the pipeline's own accounts: those that it shows on its dashboard.</summary>
internal static class SandboxConnections
{
    public static Connections At(Uri address) => new(
        new ConfluenceConnection(
            new Uri(address, "wiki"), SeedAccounts.ConfluenceBot.Login, new Secret(SeedAccounts.ConfluenceBot.Secret)),
        new GitHubConnection(
            new Uri(address, "api/v3"),
            new Uri(address, $"github/{SeedAccounts.Repository}.git"),
            SeedAccounts.Repository,
            SeedAccounts.GitHubBot.Login,
            new Secret(SeedAccounts.GitHubBot.Secret)),
        new TradingGridConnection(
            address,
            new Uri(address, "otdsws/oauth2/token"),
            SeedAccounts.TradingGridPipeline.Login,
            new Secret(SeedAccounts.TradingGridPipeline.Secret)));
}
