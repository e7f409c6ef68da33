using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Settings;

namespace DocsPipeline.Sandbox.TradingGrid.Events;

/// <summary>Wakes the configured addresses up with each event (Standard Webhooks 1.0). Never leaves this machine.</summary>
internal sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];

    private readonly EventFeed feed;
    private readonly GridSettings settings;
    private readonly CancellationTokenSource stop = new();
    private readonly Channel<bool> signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly HttpClient http = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, ConnectCallback = ConnectAsync })
    {
        Timeout = TimeSpan.FromSeconds(15),
    };

    public WebhookSender(EventFeed feed, GridSettings settings)
    {
        this.feed = feed;
        this.settings = settings;
        feed.Appended += () => signal.Writer.TryWrite(true);
        _ = RunAsync(feed.Last());
    }

    public void Dispose()
    {
        stop.Cancel();
        http.Dispose();
        stop.Dispose();
    }

    /// <summary>The value of <c>webhook-signature</c>: one signature for each secret.</summary>
    public static string Sign(string id, string timestamp, string body, IEnumerable<string> secrets) => string.Join(' ', secrets
        .Select(secret =>
            "v1,"
                + Convert.ToBase64String(
                    HMACSHA256.HashData(WebhookTarget.Key(secret)!, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")))));

    private async Task RunAsync(long last)
    {
        try
        {
            var token = stop.Token;
            await foreach (var _ in signal.Reader.ReadAllAsync(token))
            {
                // Reading waits for the transaction that appended, so only what was kept is sent.
                foreach (var (number, happened) in feed.After(null, last, int.MaxValue))
                {
                    last = number;
                    foreach (var target in settings.Current.Webhooks)
                    {
                        await SendAsync(target, happened, token);
                    }
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private async Task SendAsync(WebhookTarget target, GridEvent happened, CancellationToken token)
    {
        var body = GridJson.Write(new
        {
            happened.Type,
            Timestamp = happened.OccurredAt,
            Data = new { happened.Id, happened.CommunityId, Resource = happened.Resource.Path, happened.Resource.Version },
        });
        foreach (var pause in Pauses)
        {
            var status = await PostAsync(target, happened.Id, body, token);
            if (status is >= 200 and < 300)
            {
                return;
            }

            if (status == 410)
            {
                settings.Current = settings.Current with
                {
                    Webhooks = [.. settings.Current.Webhooks.Where(other => other.Url != target.Url)],
                };
                return;
            }

            await Task.Delay(pause, token);
        }
    }

    private async Task<int> PostAsync(WebhookTarget target, string id, string body, CancellationToken token)
    {
        // The receiver compares the timestamp with its own clock, so this is the machine's time and not the sandbox's.
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Url)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", Sign(id, timestamp, body, target.Secrets));
        try
        {
            using var response = await http.SendAsync(request, token);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
        catch (TaskCanceledException) when (!token.IsCancellationRequested)
        {
            return 0;
        }
    }

    // Decided on the address that is connected to, not on the name that was configured.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken token)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, token);
        if (addresses.Length == 0 || !addresses.All(IPAddress.IsLoopback))
        {
            throw new HttpRequestException($"{context.DnsEndPoint.Host} is not this machine.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException refused)
        {
            socket.Dispose();
            throw new HttpRequestException(refused.Message, refused);
        }
    }
}
