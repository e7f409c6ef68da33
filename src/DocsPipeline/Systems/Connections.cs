using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Settings;

namespace DocsPipeline.Systems;

/// <summary>The three systems of one environment, each with its addresses and credentials.</summary>
public sealed record Connections(ConfluenceConnection Confluence, GitHubConnection GitHub, TradingGridConnection TradingGrid)
{
    public const string ConfluenceLogin = "CONFLUENCE_LOGIN";
    public const string ConfluenceToken = "CONFLUENCE_TOKEN";
    public const string GitHubToken = "GITHUB_TOKEN";
    public const string GitHubLogin = "GITHUB_LOGIN";
    public const string TradingGridClientId = "TRADING_GRID_CLIENT_ID";
    public const string TradingGridClientSecret = "TRADING_GRID_CLIENT_SECRET";

    /// <summary>What an output sink has to replace before it writes.</summary>
    public IReadOnlyList<Secret> Secrets => [Confluence.Token, GitHub.Token, TradingGrid.ClientSecret];

    /// <summary>
    /// Addresses from the settings, secrets from the environment variables. <c>CONFLUENCE_LOGIN</c> may be absent (a Data Center token
    /// stands alone) and so may <c>GITHUB_LOGIN</c> (the account of a workflow's own token); every other variable that is missing is named
    /// at once (DOC0901).
    /// </summary>
    public static Connections FromEnvironment(string repository, EnvironmentSettings addresses, Func<string, string?> variables)
    {
        var missing = new List<Diagnostic>();
        var confluenceToken = Required(ConfluenceToken, "the API token or personal access token that reads and writes Confluence");
        var gitHubToken = Required(
            GitHubToken, "a GitHub token that may write contents, pull requests and issues of the documents' repository");
        var clientId = Required(TradingGridClientId, "the machine user of the Trading Grid community");
        var clientSecret = Required(TradingGridClientSecret, "the secret of that machine user");
        if (missing.Count > 0)
        {
            throw new PipelineException(ExitCode.Errors, missing);
        }

        return new Connections(
            new ConfluenceConnection(addresses.Confluence, Value(ConfluenceLogin), new Secret(confluenceToken)),
            new GitHubConnection(
                addresses.GitHubApi,
                new Uri($"{addresses.GitHubGit.AbsoluteUri.TrimEnd('/')}/{repository}.git"),
                repository,
                Value(GitHubLogin) ?? "github-actions[bot]",
                new Secret(gitHubToken)),
            new TradingGridConnection(addresses.TradingGrid, addresses.TradingGridToken, clientId, new Secret(clientSecret)));

        string? Value(string variable) => variables(variable) is { Length: > 0 } value ? value.Trim() : null;

        string Required(string variable, string purpose)
        {
            if (Value(variable) is { } value)
            {
                return value;
            }

            missing.Add(Catalogue.Configuration.VariableIsMissing.At(
                "environment",
                SourceSpan.Start,
                $"environment variable {variable} is not set",
                help: $"export {variable}=…",
                notes: $"it holds {purpose}"));
            return "";
        }
    }
}
