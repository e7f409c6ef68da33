using System.Text;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>
/// The layout of the portal: the sponsor's name, where one can go, who is signed in. No script runs, nothing loads from elsewhere.
/// </summary>
internal sealed record PortalPage(string Title, Html Body, Visit? Visit) : IResult
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'";

    private static readonly (string Path, string Name)[] Places =
        [
            ("/portal/documents", "Documents"), ("/portal/cases", "Cases"), ("/portal/questions", "Questions"),
            ("/portal/test-results", "Tests")];

    /// <summary>The path of the place in the navigation that this page belongs to.</summary>
    public string? Place { get; init; }

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
        <title>{Title} · Halden Retail partner portal</title>
        <link rel="icon" href="/_sandbox/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/_sandbox/sandbox.css">
        <link rel="stylesheet" href="/portal/portal.css">
        </head>
        <body class="portal">
        <a class="skip" href="#main">Skip to the content</a>
        <header class="masthead"><div class="bar">
        <a class="wordmark" href="/portal/"><strong>Halden Retail</strong> <span>Partner portal</span></a>
        {(Visit is null ? Html.Empty : Account(Visit))}
        </div>{(Visit is null ? Html.Empty : Navigation())}</header>
        <main id="main" tabindex="-1">
        {(Visit is null ? Html.Empty : Done(Visit))}{Body}
        </main>
        <footer><p>Halden Retail · EDI and partner integration · <a
        href="mailto:edi-operations@halden.example">edi-operations@halden.example</a></p></footer>
        </body>
        </html>
        """);

    private static Html Account(Visit visit) => Html.Of($"""
        <div class="account"><span><strong>{visit.User.Name}</strong> <span class="company">{visit.Partner.Name}</span></span>
        <form method="post" action="/portal/sign-out">{Forms.Token(visit)}<button class="quiet">Sign out</button></form></div>
        """);

    private Html Navigation() => Html.Of($"""
        <nav aria-label="Main"><ul>{Html.Each(Places, place => Html.Of($"""
            <li><a href="{place.Path}"{(place.Path == Place ? Html.Raw(" aria-current=\"page\"") : Html.Empty)}>{place.Name}</a></li>
            """))}</ul></nav>
        """);

    private static Html Done(Visit visit) => PortalText.Done(visit.Query("done")) is { } text
        ? Html.Of($"""<p class="done" role="status">{text}</p>""") : Html.Empty;
}
