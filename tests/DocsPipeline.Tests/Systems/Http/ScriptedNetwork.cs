using System.Net;
using System.Text;

namespace DocsPipeline.Tests.Systems.Http;

/// <summary>Answers from a list, keeps what was asked, and is the clock too: waiting costs no time but is remembered.</summary>
internal sealed class ScriptedNetwork : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, HttpResponseMessage>> script = new();

    public List<(HttpMethod Method, Uri Uri, string? Authorization, string? Body)> Asked { get; } = [];

    public WaitlessClock Clock { get; } = new();

    public ScriptedNetwork Answer(
        int status, string body = "{}", string mediaType = "application/json", params (string Name, string Value)[] headers)
    {
        script.Enqueue(_ =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
            foreach (var (name, value) in headers)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }

            return response;
        });
        return this;
    }

    public ScriptedNetwork Break(HttpRequestError error = HttpRequestError.ResponseEnded)
    {
        script.Enqueue(_ => throw new HttpRequestException(error, "the connection broke"));
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Asked.Add((request.Method, request.RequestUri!, request.Headers.Authorization?.ToString(), body));
        return script.Count > 0
            ? script.Dequeue()(request)
            : throw new InvalidOperationException($"nothing is scripted for {request.Method} {request.RequestUri}");
    }
}

/// <summary>Timers go off at once and move the time; the waits are kept.</summary>
internal sealed class WaitlessClock : TimeProvider
{
    private DateTimeOffset now = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan time) => now += time;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero)
        {
            Waits.Add(dueTime);
            now += dueTime;
        }

        return System.CreateTimer(callback, state, dueTime < TimeSpan.Zero ? dueTime : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
