using System.Runtime.CompilerServices;
using DocsPipeline.Demo.Scenarios;

namespace DocsPipeline.Demo.Checks;

internal sealed class PostIncidentReviews() : FlowChecks(6, "Post-incident reviews", "incidents")
{
    public override IReadOnlyList<string> Imports => ["incident"];

    public override async IAsyncEnumerable<CheckResult> CheckAsync(
        DemoFixture fixture, ImportedItems imported, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var review = $"incident-{imported.NumberOf("incident").ToLowerInvariant()}";
        var page = await imported.PageAsync("incident.declared", cancellation);
        var isAboutReceipts = page.Contains("receipts", StringComparison.OrdinalIgnoreCase);
        yield return new("Confluence has a review page made from the incident", isAboutReceipts);
        yield return await Reads(fixture.Anna, review, "Key outcomes", cancellation);
        yield return await Reads(fixture.Bo, review, "Key outcomes", cancellation);
        yield return await Reads(fixture.Anna, $"{review}--acme", DemoScenario.OnlyForAcme, cancellation);
        yield return await CannotFetch(fixture.Bo, $"{review}--acme", cancellation);
        yield return new("nobody but Acme Tools reads its follow-up",
            !(await fixture.Bo.ReadEverythingAsync(cancellation)).Contains(DemoScenario.OnlyForAcme, StringComparison.Ordinal)
            && !(await fixture.Cleo.ReadEverythingAsync(cancellation)).Contains(DemoScenario.OnlyForAcme, StringComparison.Ordinal));
        yield return await StaysInside(fixture, DemoScenario.InternalCause, cancellation);
    }
}
