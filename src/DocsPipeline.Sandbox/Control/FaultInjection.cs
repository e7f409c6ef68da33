namespace DocsPipeline.Sandbox.Control;

/// <summary>Applies the <see cref="FaultTable"/> to every call of a system; the control interface and the dashboard always work.</summary>
internal sealed class FaultInjection(RequestDelegate next, FaultTable faults)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        if (RequestRecording.IsElsewhere(context.Request) || faults.Take(context.Request.Method, path) is not { } fault)
        {
            await next(context);
            return;
        }

        await Task.Delay(fault.DelayMs, context.RequestAborted);
        if (fault.Status is null && !fault.Drop)
        {
            await next(context);
            return;
        }

        if (fault.AfterEffect)
        {
            await SwallowAnswerAsync(context);
        }

        if (fault.Drop)
        {
            context.Response.StatusCode = RequestRecording.Dropped;
            return;
        }

        await AnswerAsync(context.Response, fault);
    }

    private async Task SwallowAnswerAsync(HttpContext context)
    {
        var body = context.Response.Body;
        context.Response.Body = new MemoryStream();
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
            context.Response.Clear();
        }
    }

    private static async Task AnswerAsync(HttpResponse response, Fault fault)
    {
        response.StatusCode = fault.Status!.Value;
        response.ContentType = "application/json";
        foreach (var (name, value) in fault.Headers)
        {
            response.Headers[name] = value;
        }

        await response.WriteAsync(fault.Body ?? "");
    }
}
