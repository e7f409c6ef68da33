using DocsPipeline.Documents;
using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// Reads single files by their object ids; see <see cref="BlobContent"/> for what is refused. Safe for concurrent use.
/// </summary>
public sealed class BlobReader : IDisposable
{
    private readonly Repository repository;
    private readonly SemaphoreSlim turn = new(1);

    internal BlobReader(string directory) => repository = GitLibrary.Open(directory);

    public async Task<ContentFile> ReadAsync(TreeEntry file, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return new ContentFile(file.Path, Read(file));
        }
        catch (LibGit2SharpException fault)
        {
            throw new GitException("cat-file", $"{file.Path}: {fault.Message}");
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        repository.Dispose();
        turn.Dispose();
    }

    private byte[] Read(TreeEntry file)
    {
        var id = new ObjectId(file.Blob);
        _ = BlobContent.LengthOf(repository, id, file.Path);
        return BlobContent.Read(repository.Lookup<Blob>(id), file.Path);
    }
}
