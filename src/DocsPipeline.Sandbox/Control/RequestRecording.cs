using System.Diagnostics;
using System.Text;
using DocsPipeline.Sandbox.Web;
using DocsPipeline.Sandbox.Systems;

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
        Buffer(request);
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
                id, time, request.Method, request.Path.Value ?? "", request.QueryString.Value ?? "", context.Response.StatusCode,
                context.Actor(), elapsed, Body(request)));
        }
    }

    // Only JSON: forms carry passwords, uploads and packs are large. Nothing is read ahead of the system, which has to see a request whose
    // body is still on its way.
    private static void Buffer(HttpRequest request)
    {
        if (request.ContentLength is not (0 or > LongestBody)
            && request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true)
        {
            request.EnableBuffering(LongestBody);
        }
    }

    private static string? Body(HttpRequest request)
    {
        if (!request.Body.CanSeek)
        {
            return null;
        }

        var position = request.Body.Position;
        var read = new byte[Math.Min(request.Body.Length, LongestBody)];
        request.Body.Position = 0;
        request.Body.ReadExactly(read);
        request.Body.Position = position;
        return Encoding.UTF8.GetString(read);
    }
}
