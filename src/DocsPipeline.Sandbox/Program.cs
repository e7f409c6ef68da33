using System.Runtime.InteropServices;
using DocsPipeline.Sandbox;

var options = CommandLine.Parse(args);
if (options is null)
{
    await Console.Error.WriteLineAsync(CommandLine.Usage);
    return 64;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

// The web host takes SIGTERM for itself and would only tell its own lifetime, which nobody waits for here.
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    stop.Cancel();
});

await using var sandbox = await SandboxHost.StartAsync(options, stop.Token);
Console.WriteLine($"The sandbox is up at {sandbox.Address}; Ctrl-C stops it.");
await Task.Delay(Timeout.Infinite, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
return 0;
