namespace DocsPipeline.Systems.Git;

/// <summary>A file of a commit by its place and the object id of its bytes.</summary>
public sealed record TreeEntry(string Path, string Blob);
