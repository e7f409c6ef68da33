namespace DocsPipeline.Tests.Systems.Http;

/// <summary>The real network, except that the answers to chosen requests get lost after their effect, or are replaced.</summary>
internal sealed class LossyNetwork() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    /// <summary>Requests whose answer is thrown away; the request itself arrives.</summary>
    public Predicate<HttpRequestMessage> Loses { get; set; } = _ => false;

    /// <summary>An answer in place of the system's, or null; the request never arrives.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?> Replaces { get; set; } = _ => null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Replaces(request) is { } replacement)
        {
            return replacement;
        }

        var answer = await base.SendAsync(request, cancellationToken);
        return Loses(request) ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "the answer was lost") : answer;
    }
}
