using System.Text;

namespace DocsPipeline.Sandbox.GitHub.Git;

/// <summary>A commit object.</summary>
internal sealed record GitCommit(
    string Sha, string Tree, IReadOnlyList<string> Parents, GitIdentity Author, GitIdentity Committer, string Message)
{
    public string Title => Message.Split('\n')[0];

    public static GitCommit Parse(string sha, ReadOnlySpan<byte> content)
    {
        var text = Encoding.UTF8.GetString(content);
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var headers = (end < 0 ? text : text[..end])
            .Split('\n')
            .Select(line => line.Split(' ', 2))
            .Where(part => part.Length == 2)
            .ToList();
        string One(string name) => headers.First(part => part[0] == name)[1];
        return new GitCommit(
            sha,
            One("tree"),
            [.. headers.Where(part => part[0] == "parent").Select(part => part[1])],
            GitIdentity.Parse(One("author")),
            GitIdentity.Parse(One("committer")),
            end < 0 ? "" : text[(end + 2)..].TrimEnd('\n'));
    }
}
