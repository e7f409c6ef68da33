using System.Globalization;

namespace DocsPipeline.Sandbox.GitHub.Git;

/// <summary>
/// One changed file: <see cref="Status"/> in GitHub's words, <see cref="Patch"/> from the first hunk on (null for binary files).
/// </summary>
internal sealed record GitChange(
    string Path, string? PreviousPath, string Status, string Sha, string OldSha, int Additions, int Deletions, string? Patch);

/// <summary>What differs between two trees.</summary>
internal sealed class GitDiffs(GitProgram git)
{
    /// <summary>The tree without entries, which git knows without storing it.</summary>
    public const string EmptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

    public async Task<IReadOnlyList<GitChange>> BetweenAsync(string from, string to)
    {
        var summary = await git.DemandAsync("diff-tree", "-r", "-M", "--no-abbrev", "-z", "--raw", "--numstat", from, to);
        var patches = Patches(await PatchAsync(from, to));
        var fields = summary.Text.TrimEnd('\0').Split('\0');
        var at = 0;
        var files = new List<(string[] Raw, string Old, string New)>();
        while (at < fields.Length && fields[at].StartsWith(':'))
        {
            var raw = fields[at++].Split(' ');
            var old = fields[at++];
            files.Add((raw, old, raw[4][0] is 'R' or 'C' ? fields[at++] : old));
        }

        var changes = new List<GitChange>();
        foreach (var (raw, old, path) in files)
        {
            var counts = fields[at++].Split('\t');
            at += counts[2].Length == 0 ? 2 : 0;
            var sha = raw[3].All(digit => digit == '0') ? raw[2] : raw[3];
            changes.Add(new GitChange(
                path, old == path ? null : old, Word(raw[4][0]), sha, raw[2],
                Number(counts[0]), Number(counts[1]), changes.Count < patches.Count ? patches[changes.Count] : null));
        }

        return changes;
    }

    public async Task<string> PatchAsync(string from, string to) =>
        (await git.DemandAsync("-c", "core.quotePath=false", "diff-tree", "-r", "-M", "-p", "--full-index", from, to)).Text;

    /// <summary>Commits as mails, oldest first: one commit, or a range <c>from..to</c>.</summary>
    public async Task<string> MailsAsync(string commits) =>
        (await git.DemandAsync("format-patch", "--stdout", commits.Contains("..", StringComparison.Ordinal) ? "--root" : "-1", commits))
            .Text;

    /// <summary>The same bytes as long as a branch brings the same change, whatever it stands on.</summary>
    public async Task<string> FingerprintAsync(string from, string to) =>
        (await git.DemandAsync("diff-tree", "-r", "--no-renames", "--no-abbrev", from, to)).Text;

    private static List<string?> Patches(string diff)
    {
        var patches = new List<string?>();
        foreach (var file in ("\n" + diff).Split("\ndiff --git ").Skip(1))
        {
            var hunk = file.IndexOf("\n@@ ", StringComparison.Ordinal);
            patches.Add(hunk < 0 ? null : file[(hunk + 1)..].TrimEnd('\n'));
        }

        return patches;
    }

    private static string Word(char status) => status switch
    {
        'A' => "added",
        'D' => "removed",
        'R' => "renamed",
        'C' => "copied",
        'T' => "changed",
        _ => "modified",
    };

    private static int Number(string count) => count == "-" ? 0 : int.Parse(count, CultureInfo.InvariantCulture);
}
