using Build.Narration;
using DocsPipeline.Diagnostics;

namespace Build.Failures;

/// <summary>
/// How a run that did not succeed says so: diagnostics for what a person can mend, a line and a log for what is our fault.
/// </summary>
internal static class Failure
{
    /// <summary>The shell's number for a program that Ctrl-C ended.</summary>
    private const int Interrupted = 130;

    /// <summary>Tells it on stderr and returns the exit code.</summary>
    public static int Tell(Exception exception)
    {
        switch (exception)
        {
            case PipelineException pipeline:
                DiagnosticPrinter.Print(pipeline.Diagnostics, Console.Error, pipeline.TextOf ?? Repository.TextOf);
                return (int)pipeline.ExitCode;
            case OperationCanceledException:
                Console.Error.WriteLine("Stopped. Run the same target again to continue.");
                return Interrupted;
            default:
                Console.Error.WriteLine(
                    $"This program failed, through no fault of yours: {FirstLine(ErrorLog.Redact(exception.Message))} "
                    + $"Please report it with {ErrorLog.Write(exception)}. What was done before stays done; the target can be run again.");
                return (int)ExitCode.Errors;
        }
    }

    private static string FirstLine(string message) => message.Split('\n')[0].Trim().TrimEnd('.') + ".";
}
