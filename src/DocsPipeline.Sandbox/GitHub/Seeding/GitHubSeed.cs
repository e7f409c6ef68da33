using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Rules;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Seeding;

/// <summary>
/// The people, the repository with its first commit, and the protection of its main branch. The dates are fixed, so that ids are too.
/// </summary>
internal sealed class GitHubSeed(GitHubState state)
{
    private static readonly DateTimeOffset Founding = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static readonly (string Name, string Color, string Description)[] Labels =
    [
        ("bug", "d73a4a", "Something isn't working"), ("documentation", "0075ca", "Improvements or additions to documentation"),
        ("question", "d876e3", "Further information is requested"),
    ];

    /// <summary>Brings what is missing; leaves what is there.</summary>
    public async Task PlantAsync(FirstCommit? first)
    {
        PlantPeople();
        foreach (var known in state.Repositories.All())
        {
            await new RefChanges(state, known).CatchUpAsync(state.Users.Get(GitHubPeople.Mara.Id));
        }

        if (first is not null && state.Repositories.Find(first.Owner, first.Name) is null)
        {
            await FoundAsync(first);
        }
    }

    private async Task FoundAsync(FirstCommit first)
    {
        var founded = Moment.Of(Founding);
        var repository = new Repository(
            7001, first.Owner, first.Name, "Partner documentation: reviewed here, read in the community.", true, "main", founded, founded,
            founded);
        var mara = state.Users.Get(GitHubPeople.Mara.Id);
        var sha = await CommitAsync(repository, first, mara);
        state.Database.Do(() =>
        {
            if (state.Users.ByLogin(repository.Owner) is null)
            {
                state.Users.Add(new User(2001, repository.Owner, "Halden Retail", null, "Organization", false, founded), null);
            }

            state.Repositories.Add(repository);
            foreach (var person in GitHubPeople.All.Where(person => person.Permission != Permission.None))
            {
                state.Repositories.Allow(repository, state.Users.Get(person.Id), person.Permission);
            }

            foreach (var (name, color, description) in Labels)
            {
                state.Labels.Add(repository, name, color, description, isDefault: true);
            }

            state.Protections.Set(
                repository, new Protection("main", 1, CodeOwners: true, DismissStale: true, LastPush: true, Admins: true, null));
            state.Activities.Add(repository, "refs/heads/main", GitRefs.Nothing, sha, "branch_creation", mara, founded);
        });
    }

    private void PlantPeople() => state.Database.Do(() =>
    {
        foreach (var person in GitHubPeople.All.Where(person => state.Users.ByLogin(person.Login) is null))
        {
            var type = person.IsBot ? "Bot" : "User";
            state.Users.Add(new User(person.Id, person.Login, person.Name, person.Email, type, false, Moment.Of(Founding)), person.Token);
        }
    });

    private async Task<string> CommitAsync(Repository repository, FirstCommit first, User author)
    {
        // A kill between the commit and the database leaves a repository that nobody knows: begin again.
        var directory = state.DirectoryOf(repository);
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }

        var git = await BareRepository.CreateAsync(directory, repository.DefaultBranch);
        var paths = first.Paths.SelectMany(path => Files(first.Directory, path)).Distinct().Order(StringComparer.Ordinal).ToList();
        var blobs = await git.Objects.WriteFilesAsync(paths.Select(path => Path.GetFullPath(path, Path.GetFullPath(first.Directory))));
        var tree = await git.Objects.WriteTreeAsync(null, [.. paths.Zip(blobs, (path, sha) => ("100644", (string?)sha, path))])
            ?? throw new InvalidOperationException("The seed has a path that git does not take.");
        var identity = author.At(Founding);
        var sha = await git.Objects.WriteCommitAsync(tree, [], "Found the repository of the partner documentation", identity, identity);
        await git.Refs.ForceAsync($"refs/heads/{repository.DefaultBranch}", sha);
        return sha;
    }

    private static IEnumerable<string> Files(string directory, string path)
    {
        var full = Path.Combine(directory, path);
        return File.Exists(full) ? [path]
            : !Directory.Exists(full) ? throw new DirectoryNotFoundException(
                $"The repository seed names {path}, which is not in {directory}.")
            : Directory
                .EnumerateFiles(full, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(directory, file).Replace('\\', '/'));
    }
}
