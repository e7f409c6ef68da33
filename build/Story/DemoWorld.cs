using Build.Story.People;

namespace Build.Story;

/// <summary>The sandbox and the people in it, each speaking to it over its own HTTP, and what the three partners can read in the end.</summary>
internal sealed class DemoWorld : IDisposable
{
    private DemoWorld(Uri sandbox, PortalVisitor anna, PortalVisitor bo, PortalVisitor cleo)
    {
        (Sandbox, Anna, Bo, Cleo) = (sandbox, anna, bo, cleo);
        (Mara, Jonas, Wera, Desk) = (GitHubPerson.Mara(sandbox), GitHubPerson.Jonas(sandbox), new ConfluenceWriter(sandbox), new ServiceDesk(sandbox));
    }

    public Uri Sandbox { get; }

    /// <summary>Acme Tools, X12 by AS2.</summary>
    public PortalVisitor Anna { get; }

    /// <summary>Borealis Foods, EDIFACT by SFTP, still testing.</summary>
    public PortalVisitor Bo { get; }

    /// <summary>Cobalt Freight, a carrier.</summary>
    public PortalVisitor Cleo { get; }

    public GitHubPerson Mara { get; }

    public GitHubPerson Jonas { get; }

    public ConfluenceWriter Wera { get; }

    public ServiceDesk Desk { get; }

    public IReadOnlyList<PortalVisitor> Partners => [Anna, Bo, Cleo];

    public static async Task<DemoWorld> OpenAsync(Uri sandbox, CancellationToken cancellation) => new(
        sandbox,
        await PortalVisitor.AnnaOfAcmeAsync(sandbox, cancellation),
        await PortalVisitor.BoOfBorealisAsync(sandbox, cancellation),
        await PortalVisitor.CleoOfCobaltAsync(sandbox, cancellation));

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
