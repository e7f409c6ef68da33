namespace DocsPipeline.Demo.Clients;

/// <summary>A passage of a file (path from the repository's root) that is replaced by another one.</summary>
internal sealed record FileEdit(string Path, string From, string To);
