namespace DocsPipeline.Sandbox.GitHub.Git;

/// <summary>One line of a tree; <see cref="Size"/> is null for anything but a blob.</summary>
internal sealed record GitTreeEntry(string Mode, string Type, string Sha, long? Size, string Path)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
