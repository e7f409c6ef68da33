using System.Net;
using System.Net.Sockets;

namespace DocsPipeline.Systems.Http;

/// <summary>
/// The real network: no automatic redirects, no cookies, and a look at the address that a name resolved to before anything is sent to it.
/// </summary>
internal static class GuardedNetwork
{
    public static HttpMessageHandler Handler(Uri address) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !address.IsLoopback,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = (context, cancellation) => ConnectAsync(context, address.IsLoopback, cancellation),
    };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, bool loopback, CancellationToken cancellation)
    {
        var throughProxy = !string.Equals(
            context.InitialRequestMessage.RequestUri?.IdnHost, context.DnsEndPoint.Host, StringComparison.OrdinalIgnoreCase);
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        var allowed = Array.FindAll(
            addresses, found => throughProxy || (!IsLinkLocal(found) && (loopback || !IPAddress.IsLoopback(found))));
        if (allowed.Length == 0)
        {
            throw new HttpRequestException(
                HttpRequestError.ConnectionError,
                $"{context.DnsEndPoint.Host} leads to an address of this machine or its cloud, which is not connected to");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Where clouds answer with the machine's own credentials.
    private static bool IsLinkLocal(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.IsIPv6LinkLocal || (plain.AddressFamily == AddressFamily.InterNetwork && plain.GetAddressBytes() is [169, 254, ..]);
    }
}
