namespace DocsPipeline.Systems;

/// <summary>What <c>pipeline.yml</c> says about the three systems; secrets come from the environment only.</summary>
public sealed record SystemAddresses(Uri Confluence, Uri GitHubApi, Uri GitClone, string Repository, string GitHubLogin, Uri TradingGrid, Uri TradingGridToken);
