using DocsPipeline.Systems.Http;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// Where to fetch from and push to, over HTTP. The token goes along as a header, to this host only; redirects are not followed.
/// </summary>
public sealed record GitRemote(Uri Url, Secret? Token = null)
{
    /// <summary>How long the remote may say nothing while it is waited for.</summary>
    public TimeSpan Silence { get; init; } = new RetryBudget().AnswerWithin;

    /// <summary>How long one fetch or push may take as a whole.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Longest answer in bytes; a repository of documents and their attachments stays far below.</summary>
    public long AnswerLimit { get; init; } = 4L << 30;

    /// <summary>Replaces the network; never disposed.</summary>
    internal HttpMessageHandler? Handler { get; init; }

    public static GitRemote Of(GitHubConnection connection) => new(connection.GitUrl, connection.Token);

    /// <summary>What the remote or the library said, on one line and without the token.</summary>
    internal string Clean(string text) => Secret.Redact(RemoteFault.OneLine(text.Trim()), Token is { } token ? [token] : []);
}
