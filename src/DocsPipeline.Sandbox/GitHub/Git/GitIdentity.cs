using System.Globalization;

namespace DocsPipeline.Sandbox.GitHub.Git;

/// <summary>Author or committer of a commit, with the moment.</summary>
internal sealed record GitIdentity(string Name, string Email, DateTimeOffset Date)
{
    /// <summary>Reads <c>Name &lt;mail&gt; seconds +hhmm</c>, as it stands in a commit object.</summary>
    public static GitIdentity Parse(string text)
    {
        var open = text.LastIndexOf('<');
        var close = text.LastIndexOf('>');
        var date = text[(close + 1)..].Trim().Split(' ');
        var seconds = long.Parse(date[0], CultureInfo.InvariantCulture);
        return new GitIdentity(text[..open].Trim(), text[(open + 1)..close], DateTimeOffset.FromUnixTimeSeconds(seconds));
    }

    public IEnumerable<KeyValuePair<string, string>> As(string role) =>
    [
        new($"GIT_{role}_NAME", Name),
        new($"GIT_{role}_EMAIL", Email),
        new($"GIT_{role}_DATE", $"{Date.ToUnixTimeSeconds()} +0000"),
    ];
}
