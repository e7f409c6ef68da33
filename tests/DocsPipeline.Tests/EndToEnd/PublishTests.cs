using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Publish;
using DocsPipeline.Flows.Publish.Reporting;
using DocsPipeline.Systems.TradingGrid.Http;

namespace DocsPipeline.Tests.EndToEnd;

public sealed class PublishTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Publishes_what_was_approved_and_a_second_run_writes_nothing()
    {
        await world.ProposeSampleContentAsync();

        var first = await PublishAsync();
        var second = await PublishAsync();

        first.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', first.Diagnostics));
        first.Documents.ShouldContain(document => document.ExternalId == "as2-setup-guide" && document.Status == PublishStatus.Published);
        first.Documents.ShouldNotContain(document => document.ExternalId.StartsWith("supplier-test-plan", StringComparison.Ordinal));
        second.Documents.ShouldAllBe(document => document.Status == PublishStatus.Unchanged);
        world.Transport.Log.Writes.ShouldBe(0);
    }

    private async Task<PublishReport> PublishAsync()
    {
        using var grid = new TradingGridClient(world.Connections.TradingGrid, world.Fresh());
        using var publisher = new Publisher(world.Connections, grid, world.WorkFolder, world.Transport);
        return await publisher.RunAsync(new PublishRequest(), world, CancellationToken.None);
    }
}
