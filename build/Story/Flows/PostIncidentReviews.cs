using System.Runtime.CompilerServices;

namespace Build.Story.Flows;

internal sealed class PostIncidentReviews() : DemoFlow(6, "Post-incident reviews", "incidents")
{
    public override IReadOnlyList<string> Imports => ["incident"];

    public override async IAsyncEnumerable<FlowCheck> CheckAsync(DemoWorld world, ImportedThings imported, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var review = $"incident-{imported.NumberOf("incident").ToLowerInvariant()}";
        yield return new("Confluence has a review page made from the incident", (await imported.PageAsync("incident.declared", cancellation)).Contains("receipts", StringComparison.OrdinalIgnoreCase));
        yield return await Reads(world.Anna, review, "Key outcomes", cancellation);
        yield return await Reads(world.Bo, review, "Key outcomes", cancellation);
        yield return await Reads(world.Anna, $"{review}--acme", DemoStory.OnlyForAcme, cancellation);
        yield return await CannotFetch(world.Bo, $"{review}--acme", cancellation);
        yield return new("nobody but Acme Tools reads its follow-up",
            !(await world.Bo.ReadEverythingAsync(cancellation)).Contains(DemoStory.OnlyForAcme, StringComparison.Ordinal)
            && !(await world.Cleo.ReadEverythingAsync(cancellation)).Contains(DemoStory.OnlyForAcme, StringComparison.Ordinal));
        yield return await StaysInside(world, DemoStory.InternalCause, cancellation);
    }
}
