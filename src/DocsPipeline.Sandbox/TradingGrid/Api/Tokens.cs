using System.Security.Cryptography;
using System.Text;
using DocsPipeline.Sandbox.State;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Settings;

namespace DocsPipeline.Sandbox.TradingGrid.Api;

/// <summary>Machine users and their bearer tokens. Only hashes of tokens are kept.</summary>
internal sealed class Tokens(SandboxDatabase database, GridSettings settings, TimeProvider clock)
{
    /// <summary>The client whose secret this is, with all scopes it may have.</summary>
    public static ApiClient? Identify(string id, string secret) =>
        Registered(id) is { } user
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(user.Secret), Encoding.UTF8.GetBytes(secret))
            ? new ApiClient(id, user.ActorType, user.Scopes) : null;

    public (string Token, int Seconds) Issue(ApiClient client)
    {
        var token = $"tg_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";
        var seconds = settings.Current.TokenSeconds;
        database.Execute("INSERT INTO token (hash, client, scopes, expires_at) VALUES (@1, @2, @3, @4)",
            Hash(token), client.Id, string.Join(' ', client.Scopes), clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeMilliseconds());
        return (token, seconds);
    }

    public ApiClient Authenticate(HttpRequest request)
    {
        if (request.Headers.Authorization is not [{ } header] || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused("token_missing", "Send a bearer token.", null);
        }

        var found = database.Rows("SELECT client, scopes, expires_at FROM token WHERE hash = @1",
            row => (Client: row.GetString(0), Scopes: row.GetString(1), Expires: row.GetInt64(2)), Hash(header["Bearer ".Length..].Trim()));
        return found switch
        {
            [] => throw Refused("token_invalid", "The token is not known here.", "invalid_token"),
            [var token] when token.Expires <= clock.GetUtcNow().ToUnixTimeMilliseconds() =>
                throw Refused("token_expired", "The token has expired.", "invalid_token"),
            [var token, ..] => new ApiClient(token.Client, Registered(token.Client)!.ActorType, token.Scopes.Split(' ')),
        };
    }

    private static MachineUser? Registered(string id) => MachineUser.All.FirstOrDefault(user => user.Id == id);

    private static Problem Refused(string code, string detail, string? error) => new(401, code, detail)
    {
        Headers =
        {
            ["WWW-Authenticate"] = error is null ? "Bearer realm=\"trading-grid\"" : $"Bearer realm=\"trading-grid\", error=\"{error}\"",
        },
    };

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
