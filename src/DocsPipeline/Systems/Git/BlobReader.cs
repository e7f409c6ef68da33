using System.Diagnostics;
using DocsPipeline.Documents;

namespace DocsPipeline.Systems.Git;

/// <summary>Reads single files by their object ids, through one <c>git cat-file --batch</c> that stays for the whole run. Safe for concurrent use.</summary>
public sealed class BlobReader : IDisposable
{
    private readonly Process process;
    private readonly Task<string> complaints;
    private readonly BufferedStream output;
    private readonly SemaphoreSlim turn = new(1);

    internal BlobReader(GitProgram git)
    {
        process = git.Start(["cat-file", "--batch"]);
        complaints = process.StandardError.ReadToEndAsync(CancellationToken.None);
        output = new BufferedStream(process.StandardOutput.BaseStream, 1 << 16);
    }

    public async Task<ContentFile> ReadAsync(TreeEntry file, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await process.StandardInput.WriteAsync($"{file.Blob}\n");
            await process.StandardInput.FlushAsync(CancellationToken.None);
            return new ContentFile(file.Path, await TreeReader.ReadBlobAsync(output, file, complaints, CancellationToken.None));
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        process.Kill();
        output.Dispose();
        process.Dispose();
        turn.Dispose();
    }
}
