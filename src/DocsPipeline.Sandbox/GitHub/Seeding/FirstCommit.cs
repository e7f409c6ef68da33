namespace DocsPipeline.Sandbox.GitHub.Seeding;

/// <summary>The repository to found, <c>owner/name</c>, and the files and folders below a directory that its first commit holds.</summary>
internal sealed record FirstCommit(string Repository, string Directory, IReadOnlyList<string> Paths)
{
    public string Owner => Repository.Split('/')[0];

    public string Name => Repository.Split('/')[1];
}
