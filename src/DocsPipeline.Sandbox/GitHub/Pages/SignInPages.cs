using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.GitHub.Pages;

/// <summary>Signing in by choosing a person, and the people's pictures.</summary>
internal static class SignInPages
{
    private static readonly string[] People = ["mara-lind", "jonas-weber", "wera-writer", "rita-reader"];

    public static void MapSignIn(this IEndpointRouteBuilder routes, GitHubState state)
    {
        var sessions = new Sessions(state);
        routes.MapGet(
            "/github/login",
            (HttpContext http) => Choose(state, sessions.Find(http.Request), Back(http.Request.Query["return"].ToString())));
        routes.MapPost("/github/login", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            if (People.Contains(form["login"].ToString()) && state.Users.ByLogin(form["login"].ToString()) is { } user)
            {
                sessions.Begin(http, user);
            }

            return Results.Redirect(Back(form["return"].ToString()));
        });
        routes.MapPost("/github/logout", (HttpContext http) =>
        {
            sessions.End(http);
            return Results.Redirect("/github/login");
        });
        routes.MapGet("/github/{login}", (string login) => Person(state, login));
        routes.MapGet("/github/avatars/{id:long}", (long id) => Results.Text(Avatar(state, id), "image/svg+xml"));
    }

    private static HtmlPage Person(GitHubState state, string login) => state.Users.ByLogin(login) is { } user
        ? new HtmlPage($"{user.Name} · GitHub", Html.Of($"""
            <h1>{user.Name}</h1>
            <p><img src="/github/avatars/{user.Id}" alt="" width="80" height="80"></p>
            <p class="soft">{user.Login} · {user.Type} · {user.Email}</p>
            """)) { System = ("GitHub", "/github/login") }
        : new HtmlPage("Not found", Html.Of($"<h1>Nobody has this name</h1>"))
        {
            Status = StatusCodes.Status404NotFound,
            System = ("GitHub", "/github/login"),
        };

    private static HtmlPage Choose(GitHubState state, Session? session, string back) => new("Sign in · GitHub", Html.Of($"""
        <link rel="stylesheet" href="/_sandbox/github.css">
        <h1>Who are you?</h1>
        <p class="soft">Nobody has a password here: choose a person and go on as them.</p>
        <form method="post" action="/github/login" class="people">
        <input type="hidden" name="return" value="{back}">
        {Html.Each(People.Select(state.Users.ByLogin).OfType<User>(), Button)}
        </form>
        {(session is null ? Html.Empty : Html.Of($"""
            <form method="post" action="/github/logout"><p>You are signed in as {session.User.Login}.
            <button class="quiet">Sign out</button></p></form>
            """))}
        """))
    {
        System = ("GitHub", "/github/login"),
    };

    private static Html Button(User user) => Html.Of($"""
        <button class="quiet person" name="login" value="{user.Login}"><img src="/github/avatars/{user.Id}" alt="" width="40"
        height="40"><span>{user.Name}<span class="soft">{Role(user)}</span></span></button>
        """);

    private static string Role(User user) => user.Login switch
    {
        "mara-lind" => "code owner, administrator",
        "jonas-weber" => "code owner, reviewer",
        "wera-writer" => "writer",
        _ => "may only read",
    };

    // Only pages of this GitHub: a sign-in page that sends people elsewhere is a gift to others.
    private static string Back(string wanted) =>
        wanted.StartsWith("/github/", StringComparison.Ordinal) && !wanted.Contains('\\') && !wanted.Any(char.IsControl)
            ? wanted
            : "/github/login";

    private static string Avatar(GitHubState state, long id)
    {
        var name = state.Database.First("select name from users where id = @1", row => row.GetString(0), id) ?? "?";
        var letters = string.Concat(name.Split(' ').Take(2).Select(word => word[..1]));
        return Html.Of($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="20"
            fill="hsl({(id * 67) % 360},45%,38%)"/><text x="20" y="26" font-family="sans-serif" font-size="16" fill="#fff"
            text-anchor="middle">{letters}</text></svg>
            """).Text.Trim();
    }
}
