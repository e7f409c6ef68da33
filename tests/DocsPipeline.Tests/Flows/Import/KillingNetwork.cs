namespace DocsPipeline.Tests.Flows.Import;

/// <summary>The real network up to one write, before or after its effect; from then on nothing leaves any more, as after a kill.</summary>
internal sealed class KillingNetwork(int write, bool afterwards)
    : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private int writes;

    public bool HasKilled { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (HasKilled || (request.Method != HttpMethod.Get && ++writes == write))
        {
            if (afterwards && !HasKilled)
            {
                using var lost = await base.SendAsync(request, cancellationToken);
            }

            HasKilled = true;
            throw new InvalidOperationException("killed");
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
