using Cake.Cli;
using Cake.Core;
using Cake.Core.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Build.Engine;

/// <summary>Targets speak for themselves: Cake's headings and table of durations appear with <c>--verbosity diagnostic</c> only.</summary>
internal sealed class QuietReport(IAnsiConsole console, ICakeLog log) : ICakeReportPrinter
{
    private readonly CakeSpectreReportPrinter verbose = new(console);

    private bool Speaks => log.Verbosity >= Verbosity.Verbose;

    public void Write(CakeReport report)
    {
        if (Speaks)
        {
            verbose.Write(report);
        }
    }

    public void WriteStep(string name, Verbosity verbosity)
    {
        if (Speaks)
        {
            verbose.WriteStep(name, verbosity);
        }
    }

    public void WriteLifeCycleStep(string name, Verbosity verbosity)
    {
        if (Speaks)
        {
            verbose.WriteLifeCycleStep(name, verbosity);
        }
    }

    public void WriteSkippedStep(string name, Verbosity verbosity)
    {
        if (Speaks)
        {
            verbose.WriteSkippedStep(name, verbosity);
        }
    }
}
