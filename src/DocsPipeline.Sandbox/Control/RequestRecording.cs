using System.Diagnostics;
using System.Text;

namespace DocsPipeline.Sandbox.Control;

/// <summary>Writes every request to a system into the <see cref="RequestLog"/>, also those that a fault answered or dropped.</summary>
internal sealed class RequestRecording(RequestDelegate next, RequestLog log, SandboxClock clock)
{
    private const int LongestBody = 256 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path == "/" || request.Path.StartsWithSegments("/_sandbox") || request.Path == "/favicon.ico")
        {
            await next(context);
            return;
        }

        var time = clock.GetUtcNow();
        var started = Stopwatch.GetTimestamp();
        var body = await BodyAsync(request);
        try
        {
            await next(context);
        }
        finally
        {
            // An unhandled exception becomes Kestrel's own 500 only after this point.
            var status = context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted ? 0 : context.Response.StatusCode;
            var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            log.Add(id => new RecordedRequest(
                id, time, request.Method, request.Path.Value ?? "", request.QueryString.Value ?? "", status, context.Actor(), elapsed, body));
        }
    }

    // Only JSON: forms carry passwords, uploads and packs are large.
    private static async Task<string?> BodyAsync(HttpRequest request)
    {
        if (request.ContentLength is null or 0 or > LongestBody || request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        request.EnableBuffering(LongestBody);
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        request.Body.Position = 0;
        return body;
    }
}
