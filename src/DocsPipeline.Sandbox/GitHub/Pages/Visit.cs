using System.Globalization;
using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.GitHub.Pages;

/// <summary>
/// One page of a repository for one visitor. Pages may be read without signing in: the sandbox stands on the visitor's own machine.
/// </summary>
internal sealed class Visit(GitHubState state, HttpContext http, Repository repository, Session? session)
{
    public GitHubState State { get; } = state;

    public HttpContext Http { get; } = http;

    public Repository Repository { get; } = repository;

    public Session? Session { get; } = session;

    public BareRepository Git { get; } = state.Git(repository);

    public string Home => $"/github/{Repository.FullName}";

    public bool MayWrite => Session is not null && State.Repositories.Of(Repository, Session.User) >= Permission.Write;

    public int Number => int.Parse(Route("number"), CultureInfo.InvariantCulture);

    /// <summary>A value of the path; a slash that came as <c>%2F</c> is one again.</summary>
    public string Route(string name) => (Http.GetRouteValue(name) as string ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    public string Query(string name) => Http.Request.Query[name].ToString();

    public string Login(long user) => State.Users.Get(user).Login;

    /// <summary>A form that only the visitor's own pages can send.</summary>
    public Html Form(string action, Html fields) => Html.Of($"""
        <form method="post" action="{action}"><input type="hidden" name="csrf" value="{Session?.Csrf}">{fields}</form>
        """);

    public HtmlPage Page(string title, string tab, Html body) => new($"{title} · {Repository.FullName}", Html.Of($"""
        <link rel="stylesheet" href="/_sandbox/github.css">
        <p class="repository"><a href="{Home}">{Repository.Owner} / <strong>{Repository.Name}</strong></a></p>
        <nav class="tabs" aria-label="Repository">
        {Tab("Files", Home, tab)}
        {Tab("Pull requests", $"{Home}/pulls", tab, State.Pulls.All(Repository).Count(pull => pull.IsOpen))}
        {Tab("Issues", $"{Home}/issues", tab, State.Issues.All(Repository).Count(issue => issue.IsOpen && !issue.IsPull))}
        </nav>
        {body}
        """))
    {
        System = ("GitHub", Home),
        Aside = Who(),
    };

    private static Html Tab(string name, string address, string current, int? count = null) => Html.Of(
        $"""
        <a href="{address}"{(name == current ? Html.Raw(" aria-current=\"page\"") : Html.Empty)}>{name}{(count is > 0 ?
        Html.Of($" <span class=\"tag grey\">{count}</span>") : Html.Empty)}</a>
        """);

    private Html Who()
    {
        var back = Uri.EscapeDataString(Http.Request.Path + Http.Request.QueryString.Value);
        return Session is null
            ? Html.Of($"""<a href="/github/login?return={back}">Sign in</a>""")
            : Html.Of($"""{Session.User.Login} · <a href="/github/login?return={back}">switch</a>""");
    }
}
