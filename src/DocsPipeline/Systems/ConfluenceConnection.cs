namespace DocsPipeline.Systems;

/// <summary>
/// Where Confluence is and who asks. <see cref="Address"/> ends before <c>/api/v2</c> and <c>/rest/api</c>:
/// <c>https://site.atlassian.net/wiki</c>, <c>https://api.atlassian.com/ex/confluence/{cloudId}/wiki</c>, or the root of a Data Center.
/// Without a login the token is a bearer token.
/// </summary>
public sealed record ConfluenceConnection(Uri Address, string? Login, Secret Token)
{
    /// <summary>Hosts beside the address's own that may hold attachments; they never see the token.</summary>
    public IReadOnlyList<string> MediaHosts { get; init; } = Address.IsLoopback ? ["localhost", "127.0.0.1"] : ["api.media.atlassian.com"];
}
