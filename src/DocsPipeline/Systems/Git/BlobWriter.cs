using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// Stores files one after the other, so that a run with many files holds none of them. What a run that is killed has stored refers to
/// nothing and does no harm; the next one finds it there. Safe for concurrent use.
/// </summary>
public sealed class BlobWriter : IDisposable
{
    private readonly Repository repository;
    private readonly SemaphoreSlim turn = new(1);

    internal BlobWriter(string directory) => repository = GitLibrary.Open(directory);

    /// <summary>The object id of the bytes.</summary>
    public Task<string> PutAsync(byte[] bytes, CancellationToken cancellation) =>
        PutAsync(database => database.Write<Blob>(bytes), cancellation);

    /// <summary>The object id of what the stream holds from where it stands to its end; it is stored while it is read.</summary>
    public Task<string> PutAsync(Stream stream, CancellationToken cancellation) =>
        PutAsync(database => database.Write<Blob>(stream, stream.Length - stream.Position), cancellation);

    public void Dispose()
    {
        repository.Dispose();
        turn.Dispose();
    }

    private async Task<string> PutAsync(Func<ObjectDatabase, ObjectId> write, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return write(repository.ObjectDatabase).Sha;
        }
        catch (LibGit2SharpException fault)
        {
            throw new GitException("hash-object", fault.Message);
        }
        finally
        {
            turn.Release();
        }
    }
}
