using System.Text;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Rest;

/// <summary>Who sends a request: <c>Bearer</c>, <c>token</c>, or Basic with the token as the password (or as the user name).</summary>
internal static class Credentials
{
    public static bool Has(HttpRequest request) => request.Headers.Authorization.Count > 0;

    public static User? Find(Users users, HttpRequest request)
    {
        var part = request.Headers.Authorization.ToString().Split(' ', 2, StringSplitOptions.TrimEntries);
        return part is not [var scheme, var value] ? null : scheme.ToLowerInvariant() switch
        {
            "bearer" or "token" => users.ByToken(value),
            "basic" => Basic(users, value),
            _ => null,
        };
    }

    private static User? Basic(Users users, string value)
    {
        var bytes = new byte[value.Length];
        if (!Convert.TryFromBase64String(value, bytes, out var length))
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return (pair.Length > 1 ? users.ByToken(pair[1]) : null) ?? users.ByToken(pair[0]);
    }
}
