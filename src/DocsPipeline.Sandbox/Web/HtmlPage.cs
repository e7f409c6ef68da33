using System.Text;

namespace DocsPipeline.Sandbox.Web;

/// <summary>
/// The layout of every page to look at: skip link, header with the way back, one main heading given by the body. No scripts run and nothing
/// from elsewhere loads; forms post to the sandbox only.
/// </summary>
internal sealed record HtmlPage(string Title, Html Body) : IResult
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self' http://localhost:* http://127.0.0.1:*; form-action 'self'; base-uri "
        + "'none'; frame-ancestors 'none'";

    /// <summary>The system the page belongs to: its name in the header and its home.</summary>
    public (string Name, string Home)? System { get; init; }

    /// <summary>What stands at the right of the header: who is signed in, for instance.</summary>
    public Html Aside { get; init; }

    /// <summary>Room for a second column.</summary>
    public bool Wide { get; init; }

    public int Status { get; init; } = StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(Render().Text), httpContext.RequestAborted);
    }

    private Html Render() => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Title}</title>
        <link rel="icon" href="/_sandbox/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/_sandbox/sandbox.css">
        </head>
        <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="top"><a class="brand" href="/">Sandbox</a>{Heading()}<div class="aside">{Aside}</div></header>
        <main id="main"{(Wide ? Html.Raw(" class=\"wide\"") : Html.Empty)}>
        {Body}
        </main>
        </body>
        </html>
        """);

    private Html Heading() => System is var (name, home) ? Html.Of($"""<a class="system" href="{home}">{name}</a>""") : Html.Empty;
}
