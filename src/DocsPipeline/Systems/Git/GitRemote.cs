namespace DocsPipeline.Systems.Git;

/// <summary>Where to fetch from and push to. Over HTTP the token goes along as a header that only the git process sees, never on its command line.</summary>
public sealed record GitRemote(Uri Url, Secret? Token = null)
{
    public static GitRemote Of(GitHubConnection connection) => new(connection.GitUrl, connection.Token);
}
