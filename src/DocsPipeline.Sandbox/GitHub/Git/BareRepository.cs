namespace DocsPipeline.Sandbox.GitHub.Git;

/// <summary>One bare repository on disk, by what can be asked of it.</summary>
internal sealed class BareRepository
{
    private BareRepository(GitProgram program)
    {
        Program = program;
        Refs = new GitRefs(program);
        Objects = new GitObjects(program);
        History = new GitHistory(program);
        Diffs = new GitDiffs(program);
        Merges = new GitMerges(program, Objects, History);
    }

    public GitProgram Program { get; }

    public GitRefs Refs { get; }

    public GitObjects Objects { get; }

    public GitHistory History { get; }

    public GitDiffs Diffs { get; }

    public GitMerges Merges { get; }

    public static BareRepository At(string directory) => new(new GitProgram(directory));

    public static async Task<BareRepository> CreateAsync(string directory, string branch)
    {
        Directory.CreateDirectory(directory);
        var repository = At(directory);
        await repository.Program.DemandAsync("init", "--quiet", "--bare", $"--initial-branch={branch}");
        return repository;
    }
}
