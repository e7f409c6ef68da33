using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// Stores files one after the other in one <c>git fast-import</c>, so that a run with many files holds none of them. Other git processes see the objects after
/// <see cref="CloseAsync"/>; a run that is killed before leaves nothing behind. Safe for concurrent use.
/// </summary>
public sealed class BlobWriter : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> complaints;
    private readonly SemaphoreSlim turn = new(1);
    private int marks;
    private bool closed;

    internal BlobWriter(GitProgram git)
    {
        process = git.Start(["fast-import", "--quiet", "--done", "--date-format=raw"]);
        complaints = process.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>The object id of the bytes.</summary>
    public async Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            var mark = (++marks).ToString(CultureInfo.InvariantCulture);
            var input = process.StandardInput.BaseStream;
            await input.WriteAsync(Encoding.ASCII.GetBytes($"blob\nmark :{mark}\ndata {bytes.Length}\n"), CancellationToken.None);
            await input.WriteAsync(bytes, CancellationToken.None);
            await input.WriteAsync(Encoding.ASCII.GetBytes($"\nget-mark :{mark}\n"), CancellationToken.None);
            await input.FlushAsync(CancellationToken.None);
            return await process.StandardOutput.ReadLineAsync(CancellationToken.None) ?? throw new GitException("fast-import", await complaints);
        }
        catch (IOException)
        {
            throw new GitException("fast-import", await complaints);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Makes the objects visible; nothing can be put afterwards.</summary>
    public async Task CloseAsync(CancellationToken cancellation)
    {
        await process.StandardInput.WriteAsync("done\n");
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation);
        closed = true;
        if (process.ExitCode != 0)
        {
            throw new GitException("fast-import", await complaints);
        }
    }

    public ValueTask DisposeAsync()
    {
        if (!closed && !process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
        turn.Dispose();
        return ValueTask.CompletedTask;
    }
}
