using System.Net;
using System.Net.Http.Headers;

namespace DocsPipeline.Tests.Systems.Git;

/// <summary>A remote that takes a request and never says what came of it, or drips its answer without end.</summary>
internal sealed class SilentNetwork : HttpMessageHandler
{
    public bool Drips { get; init; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!Drips)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Drip()) };
        answer.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-git-upload-pack-advertisement");
        return answer;
    }

    // Comments of the protocol, a line every ten milliseconds.
    private sealed class Drip : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(10, cancellationToken);
            "0006# "u8.CopyTo(buffer.Span);
            return 6;
        }
    }
}
