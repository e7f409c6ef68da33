namespace DocsPipeline.Sandbox.Web;

/// <summary>
/// Refuses what a browser was talked into by a foreign page: another host name (DNS rebinding) and writes from another origin. The sandbox
/// has no secrets, but a reset by a stray web page would still destroy someone's afternoon.
/// </summary>
internal sealed class LoopbackOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Host.Host is not ("127.0.0.1" or "localhost"))
        {
            return Refuse(context, "The sandbox answers to 127.0.0.1 and localhost only.");
        }

        var origin = request.Headers.Origin.ToString();
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        return !reads && origin.Length > 0 && origin != $"{request.Scheme}://{request.Host}"
            ? Refuse(context, "The sandbox takes forms from its own pages only.")
            : next(context);
    }

    private static Task Refuse(HttpContext context, string reason)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync(reason);
    }
}
