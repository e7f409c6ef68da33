using System.Net;
using System.Net.Http.Headers;
using Polly;

namespace DocsPipeline.Systems.Http;

/// <summary>
/// One remote system and the only place that knows <see cref="HttpClient"/>: credentials, allowed hosts, repeats, limits, and what an
/// answer means. Any refusal is a <see cref="RemoteException"/>, silence an <see cref="UnreachableException"/>, a write without an answer
/// an <see cref="UnknownOutcomeException"/>.
/// </summary>
public sealed class RemoteSystem : IDisposable
{
    private static readonly ProductInfoHeaderValue Agent = new(
        "DocsPipeline", typeof(RemoteSystem).Assembly.GetName().Version?.ToString(3));

    private static readonly HttpRequestError[] NeverLeft =
        [HttpRequestError.ConnectionError, HttpRequestError.NameResolutionError, HttpRequestError.SecureConnectionError];

    private readonly string name;
    private readonly Uri address;
    private readonly IReadOnlyList<string> mediaHosts;
    private readonly IReadOnlyList<Secret> secrets;
    private readonly Func<HttpRequestMessage, CancellationToken, ValueTask> authorize;
    private readonly Transport transport;
    private readonly HttpClient client;
    private readonly ResiliencePipeline<Attempt> retry;
    private readonly RequestGate gate;

    /// <param name="name">How people call the system; also its key in the request log.</param>
    /// <param name="address">All targets are below it; its host and port are the only ones that see credentials.</param>
    /// <param name="secrets">Never shown, whatever the system echoes.</param>
    /// <param name="authorize">Adds the credentials to a request to the address's own host.</param>
    /// <param name="transport">Clock, log, retries.</param>
    /// <param name="mediaHosts">Further hosts a download may be sent on to.</param>
    public RemoteSystem(
        string name,
        Uri address,
        IReadOnlyList<Secret> secrets,
        Func<HttpRequestMessage, CancellationToken, ValueTask> authorize,
        Transport transport,
        IReadOnlyList<string>? mediaHosts = null)
    {
        (this.name, this.secrets, this.authorize, this.transport) = (name, secrets, authorize, transport);
        this.mediaHosts = mediaHosts ?? [];
        this.address = new Uri(address.AbsoluteUri.TrimEnd('/') + "/");
        var handler = transport.Handler ?? GuardedNetwork.Handler(address);
        client = new HttpClient(handler, disposeHandler: transport.Handler is null) { Timeout = Timeout.InfiniteTimeSpan };
        retry = RetryRules.Pipeline(transport);
        gate = new RequestGate(transport.AtOnce, transport.Clock);
    }

    public async Task<RemoteResponse> SendAsync(RemoteRequest request, CancellationToken cancellation)
    {
        var last = await retry.ExecuteAsync(async token => await AttemptAsync(request, token), cancellation);
        return last.Response is { } response ? Judge(response) : throw last.Fault!;
    }

    public void Dispose()
    {
        client.Dispose();
        gate.Dispose();
    }

    private async Task<Attempt> AttemptAsync(RemoteRequest request, CancellationToken cancellation)
    {
        using var place = await gate.EnterAsync(cancellation);
        var attempt = await TryAsync(request, cancellation);
        if (RetryRules.Rest(attempt, transport) is { } rest)
        {
            gate.Close(rest);
        }

        return attempt;
    }

    private async Task<Attempt> TryAsync(RemoteRequest request, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(transport.Retry.AnswerWithin);
        try
        {
            return new Attempt(request, await ExchangeAsync(request, patience.Token), null);
        }
        catch (HttpRequestException fault) when (NeverLeft.Contains(fault.HttpRequestError))
        {
            return new Attempt(request, null, new UnreachableException(name, address, fault.Message)) { NeverLeft = true };
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException
            || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new Attempt(request, null, request.IsWrite
                ? new UnknownOutcomeException(name, request.Method.Method, request.Target, Plain(fault.Message))
                : new UnreachableException(name, address, Plain(fault.Message)));
        }
    }

    private async Task<RemoteResponse> ExchangeAsync(RemoteRequest request, CancellationToken cancellation)
    {
        var target = new Uri(address, request.Target);
        if (!IsHome(target))
        {
            throw new RemoteException(
                name, request.Method.Method, request.Target, 0, "foreign_host", $"{target.Host} is not a host of {name}");
        }

        for (var hops = 0; ; hops++)
        {
            using var message = new HttpRequestMessage(request.Method, target);
            await DressAsync(message, request, cancellation);
            transport.Log.Add(name, request.IsWrite);
            using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (request.IsWrite || answer.Headers.Location is not { } location
                || (int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308))
            {
                var body = await BoundedBody.ReadAsync(answer.Content, request.Limit, cancellation)
                    ?? throw new RemoteException(
                        name,
                        request.Method.Method,
                        request.Target,
                        (int)answer.StatusCode,
                        "too_large",
                        $"the answer is longer than {request.Limit:N0} bytes");
                return new RemoteResponse(
                    name, request, (int)answer.StatusCode, answer.Headers, answer.Content.Headers.ContentType, body)
                { Refuse = Refusal };
            }

            target = new Uri(target, location);
            if (hops == 5 || !(IsHome(target) || (request.IsDownload && IsMediaHost(target))))
            {
                throw new RemoteException(
                    name,
                    request.Method.Method,
                    request.Target,
                    (int)answer.StatusCode,
                    "redirect",
                    $"redirects to {target.Host}, which is not followed");
            }
        }
    }

    private async Task DressAsync(HttpRequestMessage message, RemoteRequest request, CancellationToken cancellation)
    {
        message.Headers.UserAgent.Add(Agent);
        message.Headers.TryAddWithoutValidation("Accept", request.IsDownload ? "*/*" : "application/json");
        if (request.MediaType is { } mediaType)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }

        foreach (var (header, value) in request.Headers)
        {
            message.Headers.Remove(header);
            message.Headers.TryAddWithoutValidation(header, value);
        }

        if (IsHome(message.RequestUri!))
        {
            await authorize(message, cancellation);
        }
    }

    private RemoteResponse Judge(RemoteResponse response)
    {
        var request = response.Request;
        if (request.Accepts.Contains(response.Status))
        {
            return response;
        }

        if (response.Status >= 500 && response.Status != 501)
        {
            var (_, reason, _) = RemoteFault.Read(response);
            throw request.IsWrite && response.Status != 503
                ? new UnknownOutcomeException(name, request.Method.Method, request.Target, Plain($"answered {response.Status}: {reason}"))
                : new UnreachableException(name, address, Plain($"answered {response.Status}: {reason}"));
        }

        if (response.Status is < 200 or >= 300)
        {
            throw Refusal(response);
        }

        if (!request.IsDownload && response.MediaType?.MediaType is "text/html")
        {
            throw new RemoteException(
                name,
                request.Method.Method,
                request.Target,
                response.Status,
                "web_page",
                "a web page came instead of JSON: a login page, or the address is not that of the API");
        }

        return response;
    }

    private RemoteException Refusal(RemoteResponse response)
    {
        var (code, reason, traceId) = RemoteFault.Read(response);
        return new RemoteException(
            name, response.Request.Method.Method, response.Request.Target, response.Status, code, Plain(reason), traceId);
    }

    private bool IsHome(Uri target) => target.Scheme == address.Scheme && target.Authority == address.Authority;

    private bool IsMediaHost(Uri target) =>
        (target.Scheme == Uri.UriSchemeHttps || address.IsLoopback) && mediaHosts.Contains(target.Host, StringComparer.OrdinalIgnoreCase);

    private string Plain(string text) => Secret.Redact(RemoteFault.OneLine(text), secrets);
}
