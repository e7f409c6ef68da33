using Build.Narration;
using DocsPipeline.Demo;

namespace DocsPipeline.Tests.EndToEnd;

public sealed class DemoTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task All_eight_flows_stand_and_a_second_run_of_every_target_writes_nothing()
    {
        var request = new DemoRequest(Path.GetDirectoryName(world.WorkFolder)!);

        var report = await new DemoRunner(world.Sandbox.Address, world.Connections)
            .RunAsync(request, new DemoNarration(new Narrator(Screen.Output)), CancellationToken.None);

        var broken = report.Flows.SelectMany(flow => flow.Checks.Where(check => !check.Passed).Select(check => $"{flow.Id}: {check.Name}"));
        broken.ShouldBeEmpty();
        report.Flows.Select(flow => flow.Id).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
        report.Flows.ShouldAllBe(flow => flow.Published.Count > 0);
        report.SecondRun.Writes.ShouldBe(0);
    }
}
