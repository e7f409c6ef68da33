namespace DocsPipeline.Systems;

/// <summary>
/// The documents' repository (<c>owner/name</c>) on GitHub: the address of the REST API, the clone address, and the account that the
/// token belongs to.
/// </summary>
public sealed record GitHubConnection(Uri ApiUrl, Uri GitUrl, string Repository, string Login, Secret Token)
{
    public string Owner => Repository[..Repository.IndexOf('/', StringComparison.Ordinal)];

    public string Name => Repository[(Owner.Length + 1)..];
}
