namespace DocsPipeline.Sandbox.Dashboard;

/// <summary>Every credential of the sandbox, for the dashboard.</summary>
internal static class Credentials
{
    public static IReadOnlyList<Credential> All { get; } =
    [
        Of("Confluence", "Docs Bot", "Basic", SeedAccounts.ConfluenceBot),
        Of("Confluence", "Wera Writer", "Basic", SeedAccounts.ConfluenceWriter),
        Of("Confluence Data Center", "Docs Bot", "Bearer", SeedAccounts.DataCenterBot),
        Of("GitHub", "docs-bot", "Bearer", SeedAccounts.GitHubBot),
        Of("GitHub", "mara-lind, code owner", "Bearer", SeedAccounts.GitHubMara),
        Of("GitHub", "jonas-weber, code owner", "Bearer", SeedAccounts.GitHubJonas),
        Of("GitHub", "wera-writer", "Bearer", SeedAccounts.GitHubWera),
        new("GitHub, git over HTTP", "anyone above", "Basic", "x-access-token", "the token"),
        Of("Trading Grid", "the pipeline", "OAuth client", SeedAccounts.TradingGridPipeline),
        Of("Partner portal", "Anna, Acme Tools", "sign in", SeedAccounts.PortalAnna),
        Of("Partner portal", "Bo, Borealis Foods", "sign in", SeedAccounts.PortalBo),
        Of("Partner portal", "Cleo, Cobalt Freight", "sign in", SeedAccounts.PortalCleo),
    ];

    // A bearer token is the whole credential: there is no user to name beside it.
    private static Credential Of(string system, string who, string how, SeedAccount account) =>
        new(system, who, how, how == "Bearer" ? "" : account.Login, account.Secret);
}
