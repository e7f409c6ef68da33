using System.Security.Cryptography;
using System.Text;
using DocsPipeline.Sandbox.State;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>Who is signed in. The cookie holds a random value, the database only its hash.</summary>
internal sealed class Sessions(SandboxDatabase database, TimeProvider clock)
{
    public const string Cookie = "partner_session";

    private static readonly TimeSpan Life = TimeSpan.FromHours(8);

    public void Begin(HttpContext context, PortalUser user)
    {
        var value = NewValue();
        database.Execute("DELETE FROM session WHERE expires_at <= @1", clock.GetUtcNow().ToUnixTimeMilliseconds());
        database.Execute("INSERT INTO session (hash, user, csrf, expires_at) VALUES (@1, @2, @3, @4)",
            Hash(value), user.Id, NewValue(), clock.GetUtcNow().Add(Life).ToUnixTimeMilliseconds());
        context.Response.Cookies.Append(Cookie, value, CookieOptions());
    }

    public Session? Find(HttpRequest request) => request.Cookies[Cookie] is { } value
        ? database.First("SELECT user, csrf FROM session WHERE hash = @1 AND expires_at > "
            + "@2", row => new Session(row.GetString(0), row.GetString(1)),
            Hash(value), clock.GetUtcNow().ToUnixTimeMilliseconds())
        : null;

    public void End(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is { } value)
        {
            database.Execute("DELETE FROM session WHERE hash = @1", Hash(value));
        }

        context.Response.Cookies.Delete(Cookie, CookieOptions());
    }

    public static string NewValue() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static bool Same(string? left, string? right) =>
        left is { Length: > 0 }
            && right is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));

    /// <summary>For this site only, unreadable for scripts; not <c>Secure</c>, because the sandbox speaks plain HTTP on loopback.</summary>
    public static CookieOptions CookieOptions() => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/portal" };

    private static string Hash(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));
}
