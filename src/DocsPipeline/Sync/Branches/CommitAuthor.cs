using DocsPipeline.Systems;
using DocsPipeline.Systems.Git;

namespace DocsPipeline.Sync.Branches;

/// <summary>The account that the pipeline commits as: that of its token, by the address that GitHub gives every account.</summary>
public static class CommitAuthor
{
    public static GitPerson Of(GitHubConnection connection) => new(connection.Login, $"{connection.Login}@users.noreply.github.com");
}
