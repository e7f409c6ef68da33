using System.Security.Cryptography;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Pages;

/// <summary>Sign-ins to the pages: a cookie with a random number, kept in the database over restarts.</summary>
internal sealed class Sessions(GitHubState state)
{
    private const string Cookie = "sandbox_github";

    public Session? Find(HttpRequest request) => request.Cookies[Cookie] is not { Length: > 0 } token ? null :
        state.Database.First(
            "select user, csrf from sessions where token = @1", row => new Session(state.Users.Get(row.GetInt64(0)), row.GetString(1)),
            token);

    public void Begin(HttpContext http, User user)
    {
        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        state.Database.Execute(
            "insert into sessions values (@1, @2, @3)", token, user.Id, RandomNumberGenerator.GetHexString(32, lowercase: true));
        http.Response.Cookies.Append(Cookie, token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/github" });
    }

    public void End(HttpContext http)
    {
        state.Database.Execute("delete from sessions where token = @1", http.Request.Cookies[Cookie]);
        http.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/github" });
    }
}
