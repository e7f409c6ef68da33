using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Publish;
using DocsPipeline.Flows.Publish.Reporting;
using DocsPipeline.Systems.TradingGrid;
using DocsPipeline.Tests.Systems.TradingGrid;

namespace DocsPipeline.Tests.EndToEnd;

/// <summary>A whole Publish through another way to the community than HTTP: no flow was touched for it.</summary>
public sealed class PublishThroughMemoryTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Publishes_everything_and_a_second_run_writes_nothing_but_what_a_community_cannot_do_is_refused()
    {
        await world.ProposeSampleContentAsync();
        var grid = new MemoryGrid();
        grid.Capabilities.Remove(Capability.Events);

        grid.Capabilities.Remove(Capability.Acknowledgements);
        var refusal = await Should.ThrowAsync<PipelineException>(PublishAsync(grid));
        grid.Capabilities.Add(Capability.Acknowledgements);
        var first = await PublishAsync(grid);
        var writes = grid.Writes;
        var second = await PublishAsync(grid);

        refusal.ExitCode.ShouldBe(ExitCode.Refused);
        refusal.Diagnostics.ShouldAllBe(fault => fault.Code == Catalogue.Systems.CapabilityIsMissing);
        refusal.Diagnostics.Select(fault => fault.Message).ShouldContain("community halden-suppliers cannot ask for acknowledgements");
        first.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', first.Diagnostics));
        first.Documents.ShouldContain(document => document.ExternalId == "as2-setup-guide" && document.Status == PublishStatus.Published);
        second.Documents.ShouldAllBe(document => document.Status == PublishStatus.Unchanged);
        (grid.Writes, world.Transport.Log.Writes).ShouldBe((writes, 0));
    }

    private async Task<PublishReport> PublishAsync(MemoryGrid grid)
    {
        using var publisher = new Publisher(world.Connections, grid, world.WorkFolder, world.Fresh());
        return await publisher.RunAsync(new PublishRequest(), world, CancellationToken.None);
    }
}
