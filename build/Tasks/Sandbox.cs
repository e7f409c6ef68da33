using System.Globalization;
using Build.CommandLine;
using Build.Environments;
using Cake.Frosting;
using DocsPipeline.Diagnostics;
using DocsPipeline.Sandbox;

namespace Build.Tasks;

[TaskOrder(2)]
[TaskDescription("starts Confluence, GitHub and Trading Grid on this machine, with pages to look at; stays up until Ctrl-C")]
[TaskExample("sandbox")]
[TaskArgument("port", "where to listen, 8088 unless given; 0 takes a free port", Value = "PORT")]
[TaskArgument("reset", "forgets everything and begins anew")]
[TaskArgument("pages", "a folder of storage-format files to show as the Confluence space PAGES", Value = "DIR")]
public sealed class Sandbox : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        if (LocalSandbox.Running(LocalSandbox.StateDirectory) is { } running)
        {
            throw Refusal.Of($"the sandbox is already up at {running}", "use that one, or stop it with Ctrl-C where it was started");
        }

        var options = new SandboxOptions
        {
            StateDirectory = LocalSandbox.StateDirectory,
            Port = Port(context.Option("port")),
            Reset = context.Has("reset"),
            PagesDirectory = context.PathOption("pages"),
        };
        await using var sandbox = await StartAsync(options, context.Cancellation);
        context.Narrator.Say(SandboxAddresses.Page(sandbox.Address));
        await Task.Delay(Timeout.Infinite, context.Cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private static int Port(string? given) =>
        given is null ? LocalSandbox.Port
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue ? port
        : throw Refusal.Of($"`{given}` is not a port", "write a number from 0 to 65535");

    private static async Task<LocalSandbox> StartAsync(SandboxOptions options, CancellationToken cancellation)
    {
        try
        {
            return await LocalSandbox.StartAsync(options, cancellation);
        }
        catch (IOException taken) when (taken.InnerException is not null)
        {
            throw new PipelineException(ExitCode.Errors, Catalogue.Systems.SystemIsUnreachable.At(
                $"http://127.0.0.1:{options.Port}",
                SourceSpan.Start,
                "the port is in use by another program",
                help: "./build.sh sandbox --port 0"));
        }
    }
}
