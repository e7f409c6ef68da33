using DocsPipeline.Sandbox.GitHub.Git;

namespace DocsPipeline.Sandbox.GitHub.Smart;

/// <summary>One ref that a push wants to move.</summary>
internal sealed record PushCommand(string Before, string After, string Ref)
{
    public bool IsDeletion => After == GitRefs.Nothing;

    /// <summary>The commands at the start of a push, and the capabilities that its client has.</summary>
    public static (IReadOnlyList<PushCommand> Commands, string Capabilities) Read(byte[] body)
    {
        var capabilities = "";
        var commands = new List<PushCommand>();
        foreach (var line in PacketLine.Read(body))
        {
            var part = line.TrimEnd('\n').Split('\0', 2);
            capabilities = part.Length > 1 ? part[1] : capabilities;
            if (part[0].Split(' ', 3) is [var before, var after, var name] && before.Length == 40)
            {
                commands.Add(new PushCommand(before, after, name));
            }
        }

        return (commands, capabilities);
    }
}
