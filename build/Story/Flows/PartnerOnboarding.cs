using System.Runtime.CompilerServices;

namespace Build.Story.Flows;

internal sealed class PartnerOnboarding() : DemoFlow(1, "Partner onboarding", "onboarding")
{
    public override async IAsyncEnumerable<FlowCheck> CheckAsync(DemoWorld world, ImportedThings imported, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await Reads(world.Bo, "supplier-onboarding-playbook", "Kickoff", cancellation);
        yield return await Reads(world.Anna, "as2-setup-guide", "HALDEN-TEST", cancellation);
        yield return await CannotFetch(world.Bo, "as2-setup-guide", cancellation);
        yield return await Reads(world.Bo, "sftp-setup-guide", "sftp", cancellation);
        yield return await CannotFetch(world.Anna, "sftp-setup-guide", cancellation);
        yield return await Reads(world.Cleo, "carrier-onboarding-playbook", "Carrier", cancellation);
    }
}
