namespace DocsPipeline.Tests.Flows.Export;

/// <summary>The real network up to the first request that matches; from then on nothing leaves any more, as after a kill.</summary>
internal sealed class DyingNetwork(Predicate<HttpRequestMessage> dies) : DelegatingHandler(
    new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private volatile bool isDead;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        isDead = isDead || dies(request);
        return isDead ? throw new InvalidOperationException("killed") : await base.SendAsync(request, cancellationToken);
    }
}
