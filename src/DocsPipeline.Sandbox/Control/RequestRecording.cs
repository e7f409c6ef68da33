using System.Diagnostics;
using System.Text;

namespace DocsPipeline.Sandbox.Control;

/// <summary>Writes every request to a system into the <see cref="RequestLog"/>, also those that a fault answered or dropped.</summary>
internal sealed class RequestRecording(RequestDelegate next, RequestLog log, SandboxClock clock)
{
    /// <summary>The status of a request whose connection is to be closed without an answer; no status that HTTP knows.</summary>
    public const int Dropped = 0;

    private const int LongestBody = 256 * 1024;

    /// <summary>Whether the request is no business of a system: the dashboard and the control interface.</summary>
    public static bool IsElsewhere(HttpRequest request) =>
        request.Path == "/" || request.Path.StartsWithSegments("/_sandbox") || request.Path == "/favicon.ico";

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (IsElsewhere(request))
        {
            await next(context);
            return;
        }

        var time = clock.GetUtcNow();
        var started = Stopwatch.GetTimestamp();
        var body = await BodyAsync(request);
        var recorded = false;

        // Before the answer leaves: whoever has it finds it recorded.
        context.Response.OnStarting(() =>
        {
            Record();
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
        }
        finally
        {
            Record();
        }

        // Only now: a client that notices the closed connection finds the request recorded.
        if (context.Response.StatusCode == Dropped)
        {
            context.Abort();
        }

        void Record()
        {
            if (recorded)
            {
                return;
            }

            recorded = true;
            var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            log.Add(id => new RecordedRequest(
                id, time, request.Method, request.Path.Value ?? "", request.QueryString.Value ?? "", context.Response.StatusCode, context.Actor(), elapsed, body));
        }
    }

    // Only JSON: forms carry passwords, uploads and packs are large.
    private static async Task<string?> BodyAsync(HttpRequest request)
    {
        if (request.ContentLength is 0 or > LongestBody || request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        request.EnableBuffering(LongestBody);
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        var text = new char[LongestBody];
        var length = await reader.ReadBlockAsync(text);
        request.Body.Position = 0;
        return new string(text, 0, length);
    }
}
