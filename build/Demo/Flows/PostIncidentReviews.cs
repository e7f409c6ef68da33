using System.Runtime.CompilerServices;

namespace Build.Demo.Flows;

internal sealed class PostIncidentReviews() : DemoFlow(6, "Post-incident reviews", "incidents")
{
    private const string Review = "incident-inc-000001";

    public override IReadOnlyList<string> Imports => ["incident"];

    public override async IAsyncEnumerable<FlowCheck> CheckAsync(DemoWorld world, ImportedThings imported, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return new("Confluence has a review page made from the incident", (await imported.PageAsync("incident.declared", cancellation)).Contains("receipts", StringComparison.OrdinalIgnoreCase));
        yield return await Reads(world.Anna, Review, "Key outcomes", cancellation);
        yield return await Reads(world.Bo, Review, "Key outcomes", cancellation);
        yield return await Reads(world.Anna, $"{Review}--acme", DemoStory.OnlyForAcme, cancellation);
        yield return await CannotFetch(world.Bo, $"{Review}--acme", cancellation);
        yield return new("nobody but Acme Tools reads its follow-up",
            !(await world.Bo.ReadEverythingAsync(cancellation)).Contains(DemoStory.OnlyForAcme, StringComparison.Ordinal)
            && !(await world.Cleo.ReadEverythingAsync(cancellation)).Contains(DemoStory.OnlyForAcme, StringComparison.Ordinal));
        yield return await StaysInside(world, DemoStory.InternalCause, cancellation);
    }
}
