using Build.Narration;
using Build.Story;

namespace DocsPipeline.Tests.EndToEnd;

public sealed class DemoTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task All_eight_flows_stand_and_a_second_run_of_every_target_writes_nothing()
    {
        var narrator = new Narrator(Screen.Output);
        using var people = await DemoWorld.OpenAsync(world.Sandbox.Address, CancellationToken.None);
        using var control = new SandboxControl(world.Sandbox.Address);
        var pipeline = new PipelineRuns(world.Connections, Path.GetDirectoryName(world.WorkFolder)!, narrator);

        var report = await new DemoTeller(people, pipeline, control, narrator).RunAsync(CancellationToken.None);

        report.Flows.SelectMany(flow => flow.Checks.Where(check => !check.Passed).Select(check => $"{flow.Id}: {check.Name}")).ShouldBeEmpty();
        report.Flows.Select(flow => flow.Id).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
        report.Flows.ShouldAllBe(flow => flow.Published.Count > 0);
        report.SecondRun.Writes.ShouldBe(0);
    }
}
