namespace DocsPipeline.Sandbox;

/// <summary>The first commit of a repository in the sandbox.</summary>
/// <param name="Name">Owner and name, for instance <c>halden/partner-docs</c>.</param>
/// <param name="Directory">The folder to take files from.</param>
/// <param name="Paths">The files and folders below it that are taken, relative, with <c>/</c>.</param>
public sealed record RepositorySeed(string Name, string Directory, IReadOnlyList<string> Paths);
