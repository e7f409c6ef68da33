using System.Runtime.CompilerServices;
using DocsPipeline.Demo.Scenarios;

namespace DocsPipeline.Demo.Checks;

internal sealed class Communications() : FlowChecks(8, "Communication templates", "communications")
{
    public override async IAsyncEnumerable<CheckResult> CheckAsync(
        DemoFixture fixture, ImportedItems imported, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var partner in fixture.Partners)
        {
            yield return await Reads(partner, "notice-edi-gateway-maintenance-on-6-december-2026", "01:00", cancellation);
        }

        yield return await Reads(fixture.Bo, "template-onboarding-reminder", "onboarding", cancellation);
        yield return await CannotFetch(fixture.Anna, "template-onboarding-reminder", cancellation);
        yield return new("the notice's acknowledgement came back", imported.Items.Any(item => item.Type == "acknowledgement"
            && item.Page is not null && item.Document == "notice-invoice-validation-from-1-february-2027"));
    }
}
