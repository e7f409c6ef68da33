namespace DocsPipeline.Sandbox.Dashboard;

/// <summary>Every credential of the sandbox, for the dashboard.</summary>
internal static class Credentials
{
    public static IReadOnlyList<Credential> All { get; } =
    [
        new("Confluence", "Docs Bot", "Basic", "docs-bot@halden.example", "sandbox-confluence-token"),
        new("Confluence", "Wera Writer", "Basic", "wera.writer@halden.example", "sandbox-writer-token"),
        new("Confluence Data Center", "Docs Bot", "Bearer", "", "sandbox-confluence-pat"),
        new("GitHub", "docs-bot", "Bearer", "", "sandbox-bot-token"),
        new("GitHub", "mara-lind, code owner", "Bearer", "", "sandbox-mara-token"),
        new("GitHub", "jonas-weber, code owner", "Bearer", "", "sandbox-jonas-token"),
        new("GitHub", "wera-writer", "Bearer", "", "sandbox-wera-token"),
        new("GitHub, git over HTTP", "anyone above", "Basic", "x-access-token", "the token"),
        new("Trading Grid", "the pipeline", "OAuth client", "docs-pipeline", "sandbox-client-secret"),
        new("Partner portal", "Anna, Acme Tools", "sign in", "anna@acme.example", "acme-portal"),
        new("Partner portal", "Bo, Borealis Foods", "sign in", "bo@borealis.example", "borealis-portal"),
        new("Partner portal", "Cleo, Cobalt Freight", "sign in", "cleo@cobalt.example", "cobalt-portal"),
    ];
}
