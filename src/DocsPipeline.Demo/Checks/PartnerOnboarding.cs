using System.Runtime.CompilerServices;
using DocsPipeline.Demo.Scenarios;

namespace DocsPipeline.Demo.Checks;

internal sealed class PartnerOnboarding() : FlowChecks(1, "Partner onboarding", "onboarding")
{
    public override async IAsyncEnumerable<CheckResult> CheckAsync(
        DemoFixture fixture, ImportedItems imported, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await Reads(fixture.Bo, "supplier-onboarding-playbook", "Kickoff", cancellation);
        yield return await Reads(fixture.Anna, "as2-setup-guide", "HALDEN-TEST", cancellation);
        yield return await CannotFetch(fixture.Bo, "as2-setup-guide", cancellation);
        yield return await Reads(fixture.Bo, "sftp-setup-guide", "sftp", cancellation);
        yield return await CannotFetch(fixture.Anna, "sftp-setup-guide", cancellation);
        yield return await Reads(fixture.Cleo, "carrier-onboarding-playbook", "Carrier", cancellation);
    }
}
