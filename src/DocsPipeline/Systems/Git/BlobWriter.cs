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
    public async Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return repository.ObjectDatabase.Write<Blob>(bytes.ToArray()).Sha;
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

    public void Dispose()
    {
        repository.Dispose();
        turn.Dispose();
    }
}
