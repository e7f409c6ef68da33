using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.State;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>Everything the local GitHub remembers: <c>github.db</c> and the bare repositories below <c>git/</c>.</summary>
internal sealed class GitHubState : IDisposable
{
    private readonly string gitDirectory;

    public GitHubState(string stateDirectory, TimeProvider clock)
    {
        gitDirectory = Path.Combine(stateDirectory, "git");
        Clock = clock;
        Database = new SandboxDatabase(Path.Combine(stateDirectory, "github.db"));
        Database.Execute(Schema.Create);
        Users = new Users(Database);
        Repositories = new Repositories(Database);
        Protections = new Protections(Database);
        Activities = new Activities(Database);
        Issues = new Issues(Database, Repositories, clock);
        Pulls = new Pulls(Database, Issues);
        Reviews = new Reviews(Database);
        ReviewComments = new ReviewComments(Database);
        Comments = new Comments(Database, Issues, clock);
        Labels = new Labels(Database);
        Milestones = new Milestones(Database);
        CheckRuns = new CheckRuns(Database);
        Statuses = new Statuses(Database);
        Deployments = new Deployments(Database);
        Environments = new Environments(Database);
        Teams = new Teams(Database);
    }

    public TimeProvider Clock { get; }

    public SandboxDatabase Database { get; }

    public Users Users { get; }

    public Repositories Repositories { get; }

    public Protections Protections { get; }

    public Activities Activities { get; }

    public Issues Issues { get; }

    public Pulls Pulls { get; }

    public Reviews Reviews { get; }

    public ReviewComments ReviewComments { get; }

    public Comments Comments { get; }

    public Labels Labels { get; }

    public Milestones Milestones { get; }

    public CheckRuns CheckRuns { get; }

    public Statuses Statuses { get; }

    public Deployments Deployments { get; }

    public Environments Environments { get; }

    public Teams Teams { get; }

    /// <summary>One writer at a time: a change of refs and what follows from it stay together.</summary>
    public SemaphoreSlim Writer { get; } = new(1, 1);

    public string Now => Clock.Now();

    public string DirectoryOf(Repository repository) => Path.Combine(gitDirectory, repository.Owner, repository.Name + ".git");

    public BareRepository Git(Repository repository) => BareRepository.At(DirectoryOf(repository));

    public void Clear()
    {
        Database.Do(() =>
        {
            foreach (var table in Schema.Tables)
            {
                Database.Execute($"delete from {table}");
            }
        });
        if (Directory.Exists(gitDirectory))
        {
            Directory.Delete(gitDirectory, recursive: true);
        }
    }

    public void Dispose()
    {
        Database.Dispose();
        Writer.Dispose();
    }
}
