using System.Runtime.InteropServices;
using DocsPipeline.Sandbox;

var options = CommandLine.Parse(args);
if (options is null)
{
    await Console.Error.WriteLineAsync(CommandLine.Usage);
    return 64;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    await using var sandbox = await SandboxHost.StartAsync(options, stop.Token);
    Console.WriteLine($"The sandbox is up at {sandbox.Address}; Ctrl-C stops it.");
    await Task.Delay(Timeout.Infinite, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
}
catch (IOException problem)
{
    await Console.Error.WriteLineAsync($"The sandbox cannot start: {problem.Message}");
    return 69;
}

return 0;

// Not at once: the sandbox takes its address file away first.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
