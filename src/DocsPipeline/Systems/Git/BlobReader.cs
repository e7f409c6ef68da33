using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// Reads single files by their object ids. Pointers into large-file storage and files that GitHub would not take either are refused
/// (DOC0909). Safe for concurrent use.
/// </summary>
public sealed class BlobReader : IDisposable
{
    private const long LargestFile = 100 << 20;

    private static readonly byte[] LargeFilePointer = "version https://git-lfs.github.com/spec/"u8.ToArray();

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
        var blob = repository.Lookup<Blob>(new ObjectId(file.Blob))
            ?? throw new GitException("cat-file", $"{file.Path}: there is no file {file.Blob}");
        if (blob.Size > LargestFile)
        {
            throw new PipelineException(ExitCode.Errors, TreeReader.Fault(file.Path, "is larger than 100 MiB"));
        }

        var bytes = new byte[blob.Size];
        using var stream = blob.GetContentStream();
        stream.ReadExactly(bytes);
        return bytes.AsSpan().StartsWith(LargeFilePointer)
            ? throw new PipelineException(ExitCode.Errors, TreeReader.Fault(file.Path, "is a pointer to a file in large-file storage"))
            : bytes;
    }
}
