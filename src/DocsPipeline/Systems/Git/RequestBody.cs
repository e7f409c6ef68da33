using System.IO.Pipelines;
using System.Net;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// A request's body as libgit2 writes it: streamed, it goes out in chunks while it is made; otherwise it waits until it is complete and has
/// a length.
/// </summary>
internal sealed class RequestBody(bool isStreamed) : HttpContent
{
    private const int InFlight = 1 << 20;

    private readonly Pipe pipe = new(new PipeOptions(pauseWriterThreshold: isStreamed ? InFlight : 0, useSynchronizationContext: false));
    private long written;

    public bool IsStreamed => isStreamed;

    /// <summary>False where nobody will read what was written: the request is over.</summary>
    public async Task<bool> WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        written += bytes.Length;
        return !(await pipe.Writer.WriteAsync(bytes, cancellation)).IsCompleted;
    }

    public void Complete() => pipe.Writer.Complete();

    public void Abandon() => pipe.Reader.Complete();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        pipe.Reader.CopyToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = written;
        return !isStreamed;
    }
}
