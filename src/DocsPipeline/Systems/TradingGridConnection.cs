namespace DocsPipeline.Systems;

/// <summary>
/// The Trading Grid API (ends before <c>/v1</c>), where its tokens come from, and the machine user of the OAuth2 client-credentials grant.
/// </summary>
public sealed record TradingGridConnection(Uri Address, Uri TokenUrl, string ClientId, Secret ClientSecret);
