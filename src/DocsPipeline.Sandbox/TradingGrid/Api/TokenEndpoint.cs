using System.Text;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.TradingGrid.Api;

/// <summary>OAuth2 client credentials (RFC 6749, section 4.4) where OpenText Directory Services has it.</summary>
internal static class TokenEndpoint
{
    public static void MapToken(this IEndpointRouteBuilder routes, Tokens tokens) =>
        routes.MapPost("/otdsws/oauth2/token", async context => await AnswerAsync(context, tokens));

    private static async Task AnswerAsync(HttpContext context, Tokens tokens)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.HasFormContentType
            || context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            await RefuseAsync(context, 400, "invalid_request", "The body must be application/x-www-form-urlencoded.");
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var basic = Basic(context.Request);
        if (form.Any(field => field.Value.Count > 1) || (basic is not null && form.ContainsKey("client_secret")))
        {
            await RefuseAsync(context, 400, "invalid_request", "A parameter is repeated, or credentials stand in two places.");
            return;
        }

        if (form["grant_type"] is not [{ Length: > 0 } grant])
        {
            await RefuseAsync(context, 400, "invalid_request", "grant_type is missing.");
            return;
        }

        if (grant != "client_credentials")
        {
            await RefuseAsync(context, 400, "unsupported_grant_type", "Only client_credentials is supported.");
            return;
        }

        var (id, secret) = basic ?? (form["client_id"].ToString(), form["client_secret"].ToString());
        if (Tokens.Identify(id, secret) is not { } client)
        {
            if (context.Request.Headers.Authorization.Count > 0)
            {
                context.Response.Headers.WWWAuthenticate = "Basic realm=\"trading-grid\"";
            }

            await RefuseAsync(context, 401, "invalid_client", "The client is not known or its secret is wrong.");
            return;
        }

        var wanted = form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (wanted.Except(client.Scopes).Any())
        {
            await RefuseAsync(context, 400, "invalid_scope", $"The client may have: {string.Join(' ', client.Scopes)}.");
            return;
        }

        context.SetActor(client.Id);
        var granted = wanted.Length == 0 ? client : client with { Scopes = wanted };
        var (token, seconds) = tokens.Issue(granted);
        await context.Response.WriteAsJsonAsync(new
        {
            access_token = token,
            token_type = "Bearer",
            expires_in = seconds,
            scope = string.Join(' ', granted.Scopes),
        });
    }

    private static (string, string)? Basic(HttpRequest request)
    {
        if (request.Headers.Authorization is not [{ } header] || !header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header["Basic ".Length..].Trim(), bytes, out var length))
        {
            return ("", "");
        }

        // RFC 6749, section 2.3.1: both halves are form-encoded before they are joined.
        var pair = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return (Uri.UnescapeDataString(pair[0]), pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "");
    }

    private static Task RefuseAsync(HttpContext context, int status, string error, string description)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { error, error_description = description });
    }
}
