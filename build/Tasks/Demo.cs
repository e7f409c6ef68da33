using Build.CommandLine;
using Build.Story;
using Cake.Frosting;
using DocsPipeline.Diagnostics;
using DocsPipeline.Sandbox;
using DocsPipeline.Systems;

namespace Build.Tasks;

[TaskDescription("tells the whole story of the eight flows against a fresh sandbox, and checks it in all three systems")]
[TaskExample("demo --keep")]
[TaskArgument("pages", "a folder of storage-format files to show and export as the Confluence space PAGES", Value = "DIR")]
[TaskArgument("keep", "leaves the sandbox up afterwards, until Ctrl-C")]
public sealed class Demo : AsyncFrostingTask<BuildContext>
{
    private const string Folder = "artifacts/demo";

    public override async Task RunAsync(BuildContext context)
    {
        var folder = Path.Combine(Repository.Root, Folder);
        var options = new SandboxOptions
        {
            StateDirectory = Path.Combine(folder, "sandbox"), Port = context.Has("keep") ? LocalSandbox.Port : 0, Reset = true, PagesDirectory = context.PathOption("pages"),
        };
        DeleteFolder(Path.Combine(folder, "repository.git"));
        await using var sandbox = await LocalSandbox.StartAsync(options, context.Cancellation);
        using var world = await DemoWorld.OpenAsync(sandbox.Address, context.Cancellation);
        using var control = new SandboxControl(sandbox.Address);
        var pipeline = new PipelineRuns(Connections.ForSandbox(sandbox.Address), folder, context.Narrator);
        var teller = new DemoTeller(world, pipeline, control, context.Narrator);
        var report = await teller.RunAsync(context.Cancellation);
        await new Screenshots(world, Path.Combine(folder, "portal"), context.Narrator).TakeAsync(pipeline.Imported.First(item => item.Type == "case").Title, context.Cancellation);
        report.Write(Path.Combine(folder, "report.json"));
        teller.Show(report);
        if (context.Has("keep"))
        {
            context.Narrator.Say(SandboxAddresses.Page(sandbox.Address));
            await Task.Delay(Timeout.Infinite, context.Cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        if (!report.Passed)
        {
            throw new PipelineException(ExitCode.Errors, []);
        }
    }

    private static void DeleteFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
