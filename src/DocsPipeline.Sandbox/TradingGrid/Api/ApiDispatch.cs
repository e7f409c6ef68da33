using System.Text;
using DocsPipeline.Sandbox.State;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Settings;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.TradingGrid.Api;

/// <summary>
/// The way of every API request: trace id, token, scope, parameters, body, idempotency, one transaction, answer or problem.
/// </summary>
internal sealed class ApiDispatch(
    SandboxDatabase database, Tokens tokens, Idempotency idempotency, GridSettings settings, Action beforeEach)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    public void Map(IEndpointRouteBuilder builder, IReadOnlyList<ApiRoute> routes)
    {
        foreach (var path in routes.GroupBy(route => route.Path))
        {
            foreach (var route in path)
            {
                builder.MapMethods(path.Key, [route.Method], context => RunAsync(context, () => HandleAsync(context, route)));
            }

            var allowed = path.Select(route => route.Method).ToArray();
            builder.MapMethods(path.Key, Methods.Except(allowed), context => RunAsync(context, () =>
                throw new Problem(
                    405, "method_not_allowed", "This is not possible here.")
                { Headers = { ["Allow"] = string.Join(", ", allowed) } }));
        }

        builder.Map("/v1/{**rest}", context => RunAsync(context, () => throw Problem.NotFound()));
    }

    private async Task RunAsync(HttpContext context, Func<Task> work)
    {
        var trace = context.Request.Headers["X-Request-ID"] is [{ Length: > 0 and <= 128 } given] && given.All(char.IsAsciiLetterOrDigit)
            ? given : Guid.NewGuid().ToString("n");
        context.Response.Headers["X-Request-ID"] = trace;
        try
        {
            await work();
        }
        catch (Problem problem)
        {
            await ProblemAnswer.WriteAsync(context, problem, trace, settings.Current.GatewayFaults);
        }
#pragma warning disable CA1031 // The last resort of a server: whatever failed, the client gets a problem and the sandbox goes on.
        catch (Exception failure) when (failure is not OperationCanceledException && !context.Response.HasStarted)
        {
            await ProblemAnswer.WriteAsync(context, new Problem(500, "internal_error", failure.ToString()), trace, gateway: false);
        }
#pragma warning restore CA1031
    }

    private async Task HandleAsync(HttpContext context, ApiRoute route)
    {
        var client = tokens.Authenticate(context.Request);
        context.SetActor(client.Id);
        if (!client.Scopes.Contains(route.Scope))
        {
            throw new Problem(403, "insufficient_scope", $"The token lacks the scope {route.Scope}.")
            {
                Headers = { ["WWW-Authenticate"] = $"Bearer error=\"insufficient_scope\", scope=\"{route.Scope}\"" },
            };
        }

        CheckQuery(context.Request, route);
        if (route.Method == "POST" && route.Idempotent)
        {
            using var flight = idempotency.Begin(client.Id, context.Request);
            var bytes = await ReadAsync(context.Request, route.LongestBody);
            await WriteAsync(context, database.Do(() => flight.Once(bytes, () => Answer(context, client, route, bytes))));
            return;
        }

        var body = await ReadAsync(context.Request, route.LongestBody);
        await WriteAsync(context, database.Do(() => Answer(context, client, route, body)));
    }

    private ApiAnswer Answer(HttpContext context, ApiClient client, ApiRoute route, byte[] bytes)
    {
        beforeEach();
        return route.Handle(new ApiRequest(context, client, bytes));
    }

    private static void CheckQuery(HttpRequest request, ApiRoute route)
    {
        foreach (var (name, values) in request.Query)
        {
            if (!route.Query.Contains(name))
            {
                throw new Problem(400, "unknown_parameter", $"There is no query parameter {name} here.");
            }

            if (values.Count != 1)
            {
                throw Problem.Parameter($"{name} is given more than once.");
            }
        }
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request, int longest)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (memory.Length + read > longest)
            {
                throw new Problem(413, "too_large", $"The body is larger than {longest} bytes.");
            }

            memory.Write(buffer, 0, read);
        }

        return memory.ToArray();
    }

    private static Task WriteAsync(HttpContext context, ApiAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers.CacheControl = "no-store";
        response.Headers.ETag = answer.ETag;
        response.Headers.Location = answer.Location;
        var (bytes, mediaType) = answer.Content ?? (Encoding.UTF8.GetBytes(GridJson.Write(answer.Body)), "application/json");
        response.ContentType = mediaType;
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
