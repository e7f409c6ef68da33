using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// One request and its answer as libgit2 reads and writes it. What is written goes out while it is made: a pack of attachments would not
/// fit into memory.
/// </summary>
internal sealed class SmartHttpStream(SmartSubtransport subtransport, string service, bool isListing)
    : SmartSubtransportStream(subtransport), IDisposable
{
    private const int Piece = 1 << 16;

    private readonly GitTransfer transfer = GitTransfer.Current;
    private readonly RequestBody body = new(isStreamed: service == "git-receive-pack");
    private Task<HttpResponseMessage>? answering;
    private HttpResponseMessage? response;
    private Stream? answer;

    public override int Write(Stream dataStream, long length)
    {
        var bytes = new byte[length];
        dataStream.ReadExactly(bytes);
        if (body.IsStreamed)
        {
            answering ??= SendAsync();
        }

        // Whoever answers before everything is sent wants no more of it.
        if (answer is null && !transfer.Wait(silence => body.WriteAsync(bytes, silence)))
        {
            answer = transfer.Wait(OpenAsync);
        }

        return 0;
    }

    public override int Read(Stream dataStream, long length, out long bytesRead)
    {
        answer ??= transfer.Wait(OpenAsync);
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(length, Piece));
        try
        {
            var wanted = buffer.AsMemory(0, (int)Math.Min(length, Piece));
            var count = transfer.Wait(silence => answer.ReadAsync(wanted, silence).AsTask());
            transfer.Count(count);
            dataStream.Write(buffer, 0, count);
            bytesRead = count;
            return 0;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void Dispose()
    {
        response?.Dispose();
        body.Dispose();
    }

    protected override void Free()
    {
        Dispose();
        base.Free();
    }

    private async Task<Stream> OpenAsync(CancellationToken silence)
    {
        answering ??= SendAsync();
        body.Complete();
        response = await answering.WaitAsync(silence);
        var kind = $"application/x-{service}-{(isListing ? "advertisement" : "result")}";
        return response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType == kind
            ? await response.Content.ReadAsStreamAsync(silence)
            : throw await SmartHttpRefusal.ReadAsync(response, transfer, silence);
    }

    private async Task<HttpResponseMessage> SendAsync()
    {
        using var request = isListing
            ? transfer.Request(HttpMethod.Get, $"info/refs?service={service}")
            : transfer.Request(HttpMethod.Post, service);
        if (!isListing)
        {
            transfer.HasPushed |= body.IsStreamed;
            request.Content = body;
            request.Content.Headers.ContentType = new MediaTypeHeaderValue($"application/x-{service}-request");
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue($"application/x-{service}-result"));
        }

        try
        {
            return await transfer.SendAsync(request);
        }
        finally
        {
            body.Abandon();
        }
    }
}
