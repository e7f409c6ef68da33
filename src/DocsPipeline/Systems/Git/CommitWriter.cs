using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>Makes a commit: its files, the trees that change, and the commit itself. The same draft gives the same id.</summary>
internal sealed class CommitWriter(Repository repository)
{
    public string Write(CommitDraft draft, CancellationToken cancellation)
    {
        List<Commit> parents = [.. new[] { draft.Parent, draft.MergedParent }.OfType<string>().Select(repository.DemandCommit)];
        var files = draft.Parent is null ? new TreeDefinition() : TreeDefinition.From(parents[0]);
        foreach (var change in draft.Changes)
        {
            cancellation.ThrowIfCancellationRequested();
            Apply(files, change);
        }

        var author = new Signature(Plain(draft.Author.Name), Plain(draft.Author.Email), draft.Date.ToUniversalTime());
        var tree = repository.ObjectDatabase.CreateTree(files);
        var message = draft.Message.TrimEnd() + "\n";
        return repository.ObjectDatabase.CreateCommit(author, author, message, tree, parents, prettifyMessage: false).Sha;
    }

    private void Apply(TreeDefinition files, TreeChange change)
    {
        if (!EntryName.IsWritable(change.Path))
        {
            throw new GitException("commit", $"`{change.Path}` is not a path that a repository may hold");
        }

        var blob = change.Bytes is { } bytes ? repository.ObjectDatabase.Write<Blob>(bytes.ToArray())
            : change.Blob is { } stored ? new ObjectId(stored)
            : null;
        if (blob is null)
        {
            files.Remove(change.Path);
        }
        else
        {
            files.Add(change.Path, blob, Mode.NonExecutableFile);
        }
    }

    private static string Plain(string text) =>
        new([.. text.Where(character => character is not ('<' or '>') && !char.IsControl(character))]);
}
