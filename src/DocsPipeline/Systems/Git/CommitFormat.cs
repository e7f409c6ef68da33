using System.Globalization;

namespace DocsPipeline.Systems.Git;

/// <summary>The line format in which <c>git log</c> is asked for commits, and its reading.</summary>
internal static class CommitFormat
{
    public const string Placeholders = "%H%n%T%n%P%n%an%n%ae%n%cn%n%ce%n%cI%n%B";

    public static GitCommit Read(string text)
    {
        var lines = text.Split('\n', 9);
        return new GitCommit(
            lines[0],
            lines[1],
            lines[2].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            new GitPerson(lines[3], lines[4]),
            new GitPerson(lines[5], lines[6]),
            DateTimeOffset.Parse(lines[7], CultureInfo.InvariantCulture),
            lines[8].TrimEnd('\n'));
    }
}
