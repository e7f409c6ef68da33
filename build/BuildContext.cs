using System.Runtime.InteropServices;
using Build.Narration;
using Cake.Core;
using Cake.Frosting;
using DocsPipeline.Diagnostics;

namespace Build;

/// <summary>What every target is given: its arguments, the way to stop it, and the voice it speaks with.</summary>
public sealed class BuildContext : FrostingContext, IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly PosixSignalRegistration[] signals;

    public BuildContext(ICakeContext context)
        : base(context) =>
        signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop)];

    /// <summary>Set by Ctrl-C and by a polite kill; a second one ends the process as it would any other.</summary>
    public CancellationToken Cancellation => stop.Token;

    /// <summary>For what a target has to tell.</summary>
    internal Narrator Narrator { get; } = new(Screen.Output);

    /// <summary>For what a flow is doing; beside the result, never in it.</summary>
    internal Narrator Progress { get; } = new(Screen.Error);

    /// <summary>What was given for an option, or null.</summary>
    public string? Option(string name) => Arguments.GetArgument(name);

    /// <summary>Whether a switch is set.</summary>
    public bool Has(string name) => Arguments.HasArgument(name);

    /// <summary>A path as the person typed it, resolved where they stood and not where the targets run.</summary>
    public string? PathOption(string name) => Option(name) is { } path ? System.IO.Path.GetFullPath(path, Repository.StartedIn) : null;

    /// <summary>
    /// Ends the run with what a flow came to: its diagnostics on stderr, and its exit code. The texts that they point into are the
    /// checkout's unless others are given.
    /// </summary>
    public static void Finish(ExitCode exitCode, IReadOnlyList<Diagnostic> diagnostics, Func<string, string?>? textOf = null)
    {
        if (exitCode != ExitCode.Done)
        {
            throw new PipelineException(exitCode, diagnostics) { TextOf = textOf };
        }

        DiagnosticPrinter.Print(diagnostics, Console.Error, textOf ?? Repository.TextOf);
    }

    public void Dispose()
    {
        foreach (var signal in signals)
        {
            signal.Dispose();
        }

        stop.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = !stop.IsCancellationRequested;
        stop.Cancel();
    }
}
