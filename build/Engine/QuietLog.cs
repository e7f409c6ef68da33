using Cake.Core.Diagnostics;

namespace Build.Engine;

/// <summary>
/// The engine's own log, as plain lines: Cake decides on colours by <c>TERM</c>, not by whether it writes into a pipe. Its errors are
/// left out, since each failure is told once and better by the exception handler of this program.
/// </summary>
internal sealed class QuietLog : ICakeLog
{
    public Verbosity Verbosity { get; set; } = Verbosity.Normal;

    public void Write(Verbosity verbosity, LogLevel level, string format, params object[] args)
    {
        if (verbosity <= Verbosity && (level > LogLevel.Error || Verbosity >= Verbosity.Verbose))
        {
            Console.WriteLine(format, args);
        }
    }
}
