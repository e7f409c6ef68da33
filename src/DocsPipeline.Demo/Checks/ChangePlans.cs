using System.Runtime.CompilerServices;
using DocsPipeline.Demo.Scenarios;

namespace DocsPipeline.Demo.Checks;

internal sealed class ChangePlans() : FlowChecks(4, "Change plans", "changes")
{
    public override async IAsyncEnumerable<CheckResult> CheckAsync(
        DemoFixture fixture, ImportedItems imported, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await Reads(fixture.Anna, "as2-certificate-renewal-2027", "D7:B1:4E:59", cancellation);
        yield return await StaysInside(fixture, "two-person key ceremony", cancellation);
        yield return await StaysInside(fixture, "B2B-7720", cancellation);
        yield return await Reads(fixture.Bo, "edi-gateway-cutover-january-2027--borealis", "Borealis", cancellation);
        yield return await CannotFetch(fixture.Anna, "edi-gateway-cutover-january-2027--borealis", cancellation);
        var page = await imported.PageAsync("document.acknowledged", cancellation);
        yield return new("the acknowledgement stands on the plan's Confluence page", page.Contains("Acme Tools", StringComparison.Ordinal));
    }
}
