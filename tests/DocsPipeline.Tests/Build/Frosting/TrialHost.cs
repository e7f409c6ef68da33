using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;

namespace DocsPipeline.Tests.Build.Frosting;

/// <summary>A host that knows exactly the tasks it is given, touches nothing of this process and remembers what happened.</summary>
internal sealed class TrialHost
{
    private readonly CakeHost host;

    public TrialHost() => host = new CakeHost()
        .AddAssembly(typeof(Should).Assembly)
        .ConfigureServices(services => services
            .AddSingleton(Journal)
            .AddSingleton<ICakeEnvironment>(Environment)
            .AddSingleton<ICakeLog>(Log)
            .AddSingleton<ICakeReportPrinter>(Report))
        .UseExceptionHandler(exception =>
        {
            Failure = exception;
            return exception is CakeException { ExitCode: not 0 } coded ? coded.ExitCode : 1;
        });

    public Journal Journal { get; } = new();

    public TrialEnvironment Environment { get; } = new();

    public SilentLog Log { get; } = new();

    public RememberedReport Report { get; } = new();

    public Exception? Failure { get; private set; }

    public TrialHost With(Func<CakeHost, CakeHost> use)
    {
        use(host);
        return this;
    }

    public TrialHost Task<T>()
        where T : class, IFrostingTask => With(host => host.ConfigureServices(services => services.AddSingleton<IFrostingTask, T>()));

    public int Run(params string[] args) => host.Run(args);
}

/// <summary>What was called, in order.</summary>
internal sealed class Journal : List<string>;

internal sealed class SilentLog : ICakeLog
{
    public Verbosity Verbosity { get; set; }

    public List<string> Lines { get; } = [];

    public void Write(Verbosity verbosity, LogLevel level, string format, params object[] args) => Lines.Add(string.Format(format, args));
}

internal sealed class RememberedReport : ICakeReportPrinter
{
    public List<CakeReportEntry> Entries { get; } = [];

    public void Write(CakeReport report) => Entries.AddRange(report);

    public void WriteStep(string name, Verbosity verbosity)
    {
    }

    public void WriteLifeCycleStep(string name, Verbosity verbosity)
    {
    }

    public void WriteSkippedStep(string name, Verbosity verbosity)
    {
    }
}
