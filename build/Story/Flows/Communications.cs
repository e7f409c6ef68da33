using System.Runtime.CompilerServices;

namespace Build.Story.Flows;

internal sealed class Communications() : DemoFlow(8, "Communication templates", "communications")
{
    public override async IAsyncEnumerable<FlowCheck> CheckAsync(DemoWorld world, ImportedThings imported, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var partner in world.Partners)
        {
            yield return await Reads(partner, "notice-edi-gateway-maintenance-on-6-december-2026", "01:00", cancellation);
        }

        yield return await Reads(world.Bo, "template-onboarding-reminder", "onboarding", cancellation);
        yield return await CannotFetch(world.Anna, "template-onboarding-reminder", cancellation);
        yield return new("the notice's acknowledgement came back", imported.Items.Any(item => item.Type == "acknowledgement"
            && item.Page is not null && item.Document == "notice-invoice-validation-from-1-february-2027"));
    }
}
