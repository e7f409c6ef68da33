using System.Text;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Smart;

/// <summary>
/// What git shows when a branch is protected. Like GitHub's own hook, one refused ref refuses the whole push: the others fail with it.
/// </summary>
internal static class PushRefusal
{
    /// <summary>The answer to the push; null where nothing stands against it.</summary>
    public static byte[]? Answer(
        GitHubState state, Repository repository, User user, IReadOnlyList<PushCommand> commands, string capabilities)
    {
        var refused = commands.Where(command => IsRefused(state, repository, user, command)).ToList();
        if (refused.Count == 0)
        {
            return null;
        }

        var report = Concat([
            PacketLine.Of("unpack ok\n"),
            .. commands.Select(command =>
                PacketLine.Of(
                    $"ng {command.Ref} {(refused.Contains(command) ? "protected branch hook declined" : "pre-receive hook declined")}\n")),
            PacketLine.Flush,
        ]);
        var words = string.Concat(refused.Select(Explain));
        return capabilities.Contains("side-band-64k", StringComparison.Ordinal)
            ? Concat([PacketLine.Of([2, .. Encoding.UTF8.GetBytes(words)]), PacketLine.Of([1, .. report]), PacketLine.Flush])
            : report;
    }

    private static bool IsRefused(GitHubState state, Repository repository, User user, PushCommand command) =>
        command.Ref.StartsWith("refs/heads/", StringComparison.Ordinal)
        && state.Protections.Find(repository, command.Ref["refs/heads/".Length..]) is { } rule
        && (rule.RequiresPulls || command.IsDeletion)
        && (rule.Admins || state.Repositories.Of(repository, user) < Permission.Admin);

    private static string Explain(PushCommand command) =>
        $"error: GH006: Protected branch update failed for {command.Ref}.\nerror: \nerror: - "
        + (command.IsDeletion ? "Cannot delete this branch\n" : "Changes must be made through a pull request.\n");

    private static byte[] Concat(IEnumerable<byte[]> pieces) => [.. pieces.SelectMany(piece => piece)];
}
