using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.TradingGrid.Partners;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>Signing in and out. The form is protected by a cookie of its own, because there is no session yet.</summary>
internal sealed class SignIn(Grid grid, Sessions sessions, PortalUsers users)
{
    private const string Guard = "partner_sign_in";

    private readonly SignInThrottle throttle = new(grid.Database, grid.Clock);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/portal/sign-in", context => Form(context, FormState.Empty, 200).ExecuteAsync(context));
        routes.MapPost("/portal/sign-in", async context => await (await TryAsync(context)).ExecuteAsync(context));
        routes.MapPost("/portal/sign-out", async context => await (await OutAsync(context)).ExecuteAsync(context));
    }

    private static PortalPage Form(HttpContext context, FormState state, int status)
    {
        var guard = Sessions.NewValue();
        context.Response.Cookies.Append(Guard, guard, Sessions.CookieOptions());
        var back = context.Request.Query["return"].ToString();
        return new PortalPage("Sign in", Html.Of($"""
            <div class="narrow">
            <h1>Sign in</h1>
            <p class="lead">For companies that trade with Halden Retail.</p>
            {(state.Error("form") is { } error ? Html.Of($"""<p class="problems" role="alert">{error}</p>""") : Html.Empty)}
            <form method="post" action="/portal/sign-in{(IsOurs(back) ? Html.Of($"?return={Uri.EscapeDataString(back)}") : Html.Empty)}">
            <input type="hidden" name="token" value="{guard}">
            {Forms.Text(state, "email", "E-mail address", type: "email", required: true, longest: 254, complete: "username")}
            {Forms.Text(state, "password", "Password", type: "password", required: true, longest: 200, complete: "current-password")}
            <button>Sign in</button>
            </form>
            <p class="aside-note">No access yet? Your account manager at your own company can invite you.</p>
            </div>
            """), null) { Status = status };
    }

    private async Task<IResult> TryAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty;
        if (!Sessions.Same(context.Request.Cookies[Guard], form["token"].ToString()))
        {
            return Again(context, form, 403, "The form was too old. Please try again.");
        }

        var email = form["email"].ToString().Trim().ToLowerInvariant();
        if (throttle.MustWait(email))
        {
            context.Response.Headers.RetryAfter = ((int)SignInThrottle.Window.TotalSeconds)
                .ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Again(context, form, 429, "Too many attempts. Please wait 15 minutes and try again.");
        }

        var found = users.ByEmail(email);
        if (!PasswordHash.Fits(form["password"].ToString(), found?.User.PasswordHash)
            || grid.Store.Find<Partner>(found!.Value.Community, found.Value.User.PartnerId) is not { Reads: true })
        {
            throttle.Failed(email);
            return Again(context, form, 401, "The e-mail address or the password is not right.");
        }

        throttle.Succeeded(email);
        sessions.Begin(context, found.Value.User);
        context.Response.Cookies.Delete(Guard, Sessions.CookieOptions());
        var back = context.Request.Query["return"].ToString();
        return new SeeOther(IsOurs(back) ? back : "/portal/");
    }

    private async Task<IResult> OutAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty;
        if (sessions.Find(context.Request) is { } session && Sessions.Same(form["token"].ToString(), session.FormToken))
        {
            sessions.End(context);
        }

        return new SeeOther("/portal/sign-in");
    }

    private static PortalPage Again(HttpContext context, IFormCollection form, int status, string message) =>
        Form(context, new FormState(form, new Dictionary<string, string> { ["form"] = message }), status);

    // Anything else would send people to another site right after they signed in here.
    private static bool IsOurs(string path) =>
        path.StartsWith("/portal/", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal);
}
