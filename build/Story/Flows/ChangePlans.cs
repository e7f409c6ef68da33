using System.Runtime.CompilerServices;

namespace Build.Story.Flows;

internal sealed class ChangePlans() : DemoFlow(4, "Change plans", "changes")
{
    public override async IAsyncEnumerable<FlowCheck> CheckAsync(DemoWorld world, ImportedThings imported, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await Reads(world.Anna, "as2-certificate-renewal-2027", "D7:B1:4E:59", cancellation);
        yield return await StaysInside(world, "two-person key ceremony", cancellation);
        yield return await StaysInside(world, "B2B-7720", cancellation);
        yield return await Reads(world.Bo, "edi-gateway-cutover-january-2027--borealis", "Borealis", cancellation);
        yield return await CannotFetch(world.Anna, "edi-gateway-cutover-january-2027--borealis", cancellation);
        yield return new("the acknowledgement stands on the plan's Confluence page", (await imported.PageAsync("document.acknowledged", cancellation)).Contains("Acme Tools", StringComparison.Ordinal));
    }
}
