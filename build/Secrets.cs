namespace Build;

/// <summary>The environment variables that hold what no file may hold.</summary>
internal static class Secrets
{
    public static IReadOnlyList<string> Names { get; } =
        ["CONFLUENCE_EMAIL", "CONFLUENCE_TOKEN", "GITHUB_TOKEN", "TRADING_GRID_CLIENT_ID", "TRADING_GRID_CLIENT_SECRET"];
}
