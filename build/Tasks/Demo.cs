using Build.CommandLine;
using Build.Environments;
using Build.Narration;
using Cake.Frosting;
using DocsPipeline.Demo;
using DocsPipeline.Diagnostics;
using DocsPipeline.Sandbox;

namespace Build.Tasks;

[TaskOrder(1)]
[TaskDescription("tells the whole story of the eight flows against a fresh sandbox, and checks it in all three systems")]
[TaskExample("demo --keep")]
[TaskArgument("pages", "a folder of storage-format files to show and export as the Confluence space PAGES", Value = "DIR")]
[TaskArgument("keep", "leaves the sandbox up afterwards, until Ctrl-C")]
public sealed class Demo : AsyncFrostingTask<BuildContext>
{
    private const string Folder = "artifacts/demo";

    public override async Task RunAsync(BuildContext context)
    {
        var options = new SandboxOptions
        {
            StateDirectory = Path.Combine(Folder, "sandbox"),
            Port = context.Has("keep") ? LocalSandbox.Port : 0,
            Reset = true,
            PagesDirectory = context.PathOption("pages"),
        };
        DeleteFolder(Path.Combine(Folder, "repository.git"));
        await using var sandbox = await LocalSandbox.StartAsync(options, context.Cancellation);
        var demo = new DemoRunner(sandbox.Address, SandboxConnections.At(sandbox.Address));
        var request = new DemoRequest(Folder) { Screenshots = true };
        var report = await demo.RunAsync(request, new DemoNarration(context.Narrator), context.Cancellation);
        report.Write(Path.Combine(Folder, "report.json"));
        context.Narrator.Tell(report);
        if (context.Has("keep"))
        {
            context.Narrator.Say(SandboxAddresses.Page(sandbox.Address));
            await Task.Delay(Timeout.Infinite, context.Cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        BuildContext.Finish(report.Passed ? ExitCode.Done : ExitCode.Errors, []);
    }

    private static void DeleteFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
