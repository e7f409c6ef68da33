using DocsPipeline.Demo.Clients;

namespace DocsPipeline.Demo.Scenarios;

/// <summary>The people in the sandbox, each speaking to it over its own HTTP, and what the three partners can read in the end.</summary>
internal sealed class DemoFixture : IDisposable
{
    private DemoFixture(Uri sandbox, PortalClient anna, PortalClient bo, PortalClient cleo)
    {
        (Anna, Bo, Cleo) = (anna, bo, cleo);
        (Mara, Jonas) = (ReviewerClient.Mara(sandbox), ReviewerClient.Jonas(sandbox));
        (Wera, Desk) = (new WriterClient(sandbox), new ServiceDeskClient(sandbox));
    }

    /// <summary>Acme Tools, X12 by AS2.</summary>
    public PortalClient Anna { get; }

    /// <summary>Borealis Foods, EDIFACT by SFTP, still testing.</summary>
    public PortalClient Bo { get; }

    /// <summary>Cobalt Freight, a carrier.</summary>
    public PortalClient Cleo { get; }

    public ReviewerClient Mara { get; }

    public ReviewerClient Jonas { get; }

    public WriterClient Wera { get; }

    public ServiceDeskClient Desk { get; }

    public IReadOnlyList<PortalClient> Partners => [Anna, Bo, Cleo];

    public static async Task<DemoFixture> OpenAsync(Uri sandbox, CancellationToken cancellation) => new(
        sandbox,
        await PortalClient.SignInAsync(sandbox, "Acme Tools", "anna@acme.example", "acme-portal", cancellation),
        await PortalClient.SignInAsync(sandbox, "Borealis Foods", "bo@borealis.example", "borealis-portal", cancellation),
        await PortalClient.SignInAsync(sandbox, "Cobalt Freight", "cleo@cobalt.example", "cobalt-portal", cancellation));

    /// <summary>Whether a phrase stands in nothing that any of the partners can read.</summary>
    public async Task<bool> NobodyReadsAsync(string phrase, CancellationToken cancellation)
    {
        foreach (var partner in Partners)
        {
            if ((await partner.ReadEverythingAsync(cancellation)).Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    public void Dispose()
    {
        foreach (var person in (IDisposable[])[Anna, Bo, Cleo, Mara, Jonas, Wera, Desk])
        {
            person.Dispose();
        }
    }
}
