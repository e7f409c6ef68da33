using System.Runtime.CompilerServices;
using DocsPipeline.Demo.Scenarios;

namespace DocsPipeline.Demo.Checks;

internal sealed class ControlledDocuments() : FlowChecks(3, "Controlled documents", "controlled")
{
    public override async IAsyncEnumerable<CheckResult> CheckAsync(
        DemoFixture fixture, ImportedItems imported, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await Reads(fixture.Anna, DemoScenario.NewGuide, "MAN", cancellation);
        var old = await fixture.Anna.ReadDocumentAsync("x12-856-ship-notice", cancellation);
        var saysSo = old?.QuerySelector("main")?.TextContent.Contains("Superseded", StringComparison.Ordinal) ?? false;
        var leadsOn = old?.QuerySelector($"a[href$='/{DemoScenario.NewGuide}']") is not null;
        yield return new("the superseded specification says so and leads to its successor", saysSo && leadsOn);
        yield return await Reads(fixture.Anna, "partner-agreement-acme-tools", "Acme Tools", cancellation);
        yield return await CannotFetch(fixture.Bo, "partner-agreement-acme-tools", cancellation);
        yield return await CannotFetch(fixture.Anna, "partner-agreement-borealis-foods", cancellation);
    }
}
