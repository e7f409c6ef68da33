using System.Text;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid.Http.Wire;

namespace DocsPipeline.Systems.TradingGrid.Http;

/// <summary>OAuth2 client credentials (RFC 6749, section 4.4): one token for all callers, renewed a minute before it ends.</summary>
internal sealed class TokenCache : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    private readonly TradingGridConnection connection;
    private readonly TimeProvider clock;
    private readonly RemoteSystem issuer;
    private readonly SemaphoreSlim turn = new(1);
    private (string Text, DateTimeOffset Until)? current;

    public TokenCache(TradingGridConnection connection, Transport transport)
    {
        this.connection = connection;
        clock = transport.Clock;
        var address = new Uri(connection.TokenUrl, "/");
        issuer = new RemoteSystem("Trading Grid", address, [connection.ClientSecret], (_, _) => ValueTask.CompletedTask, transport);
    }

    public async Task<string> GetAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (current is not { } token || token.Until <= clock.GetUtcNow())
            {
                current = token = await IssueAsync(cancellation);
            }

            return token.Text;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The server did not accept this token; a newer one that another caller fetched meanwhile stays.</summary>
    public void Forget(string token)
    {
        if (current?.Text == token)
        {
            current = null;
        }
    }

    public void Dispose()
    {
        issuer.Dispose();
        turn.Dispose();
    }

    private async Task<(string Text, DateTimeOffset Until)> IssueAsync(CancellationToken cancellation)
    {
        var secret = Uri.EscapeDataString(connection.ClientSecret.Reveal());
        var form = $"grant_type=client_credentials&client_id={Uri.EscapeDataString(connection.ClientId)}&client_secret={secret}";
        var request = new RemoteRequest(HttpMethod.Post, connection.TokenUrl.PathAndQuery.TrimStart('/'))
        {
            Body = Encoding.ASCII.GetBytes(form),
            MediaType = "application/x-www-form-urlencoded",
            OnlyReads = true,
        };
        var asked = clock.GetUtcNow();
        var token = (await issuer.SendAsync(request, cancellation)).Read(TokenJson.Default.Token);
        return (token.AccessToken, asked + TimeSpan.FromSeconds(token.ExpiresIn) - Margin);
    }
}
