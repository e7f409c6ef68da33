using System.Runtime.CompilerServices;

namespace Build.Story.Flows;

internal sealed class ControlledDocuments() : DemoFlow(3, "Controlled documents", "controlled")
{
    public override async IAsyncEnumerable<FlowCheck> CheckAsync(DemoWorld world, ImportedThings imported, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await Reads(world.Anna, DemoStory.NewGuide, "MAN", cancellation);
        var old = await world.Anna.ReadDocumentAsync("x12-856-ship-notice", cancellation);
        yield return new("the superseded specification says so and leads to its successor",
            (old?.QuerySelector("main")?.TextContent.Contains("Superseded", StringComparison.Ordinal) ?? false) && old.QuerySelector($"a[href$='/{DemoStory.NewGuide}']") is not null);
        yield return await Reads(world.Anna, "partner-agreement-acme-tools", "Acme Tools", cancellation);
        yield return await CannotFetch(world.Bo, "partner-agreement-acme-tools", cancellation);
        yield return await CannotFetch(world.Anna, "partner-agreement-borealis-foods", cancellation);
    }
}
