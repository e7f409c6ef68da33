using System.Reflection;
using Cake.Cli;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Modules;
using Cake.Core.Scripting;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Cake.Frosting;

/// <summary>
/// Finds the tasks, builds the container and runs Cake's engine. The public surface is Cake.Frosting's, so that the package can take this
/// folder's place; <see cref="CakeHostExtensions.UseCommandLine"/> and <see cref="CakeHostExtensions.UseExceptionHandler"/> are additions.
/// </summary>
public sealed class CakeHost
{
    private readonly ServiceCollection services = [];
    private readonly List<Assembly> assemblies = [];

    public CakeHost()
    {
        services.AddCakeDiagnostics();
        services.UseModule<CoreModule>();
        services.AddSingleton<IFrostingContext, FrostingContext>();
        services.AddSingleton<FrostingEngine>();
        services.AddSingleton<ICakeConfiguration>(provider => new CakeConfiguration(provider.GetServices<CakeSetting>()
            .ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.OrdinalIgnoreCase)));
    }

    internal Func<IEnumerable<string>, IEnumerable<string>> CommandLine { get; set; } = args => args;

    internal Func<Exception, int> ExceptionHandler { get; set; } = exception =>
    {
        Console.Error.WriteLine($"Error: {exception.Message}");
        return exception is CakeException { ExitCode: not 0 } failure ? failure.ExitCode : 1;
    };

    /// <summary>Looks for tasks in this assembly too; without any, the program's own is searched.</summary>
    public CakeHost AddAssembly(Assembly assembly)
    {
        assemblies.Add(assembly);
        return this;
    }

    public CakeHost ConfigureServices(Action<IServiceCollection> configure)
    {
        configure(services);
        return this;
    }

    /// <summary>Runs the targets that the arguments name and returns the exit code: 0, the one a failure carries, or 1.</summary>
    public int Run(IEnumerable<string> args)
    {
        try
        {
            RunAsync(FrostingOptions.Parse(CommandLine(args))).GetAwaiter().GetResult();
            return 0;
        }
        catch (Exception exception)
        {
            return ExceptionHandler(Unwrap(exception));
        }
    }

    // The engine wraps whatever a task throws, and with it hides the exit code the exception carries.
    private static Exception Unwrap(Exception exception) => exception switch
    {
        CakeReportException { InnerException: { } inner } => Unwrap(inner),
        AggregateException { InnerExceptions.Count: 1 } one => Unwrap(one.InnerExceptions[0]),
        _ => exception,
    };

    private static void EnterWorkingDirectory(string? wanted, ICakeEnvironment environment)
    {
        if (wanted is not null)
        {
            var directory = new DirectoryPath(wanted).MakeAbsolute(environment);
            environment.WorkingDirectory = Directory.Exists(directory.FullPath)
                ? directory
                : throw new CakeException($"The working directory '{directory.FullPath}' does not exist.");
        }
    }

    private async Task RunAsync(FrostingOptions options)
    {
        IEnumerable<Assembly> searched = assemblies.Count > 0 ? assemblies : [Assembly.GetEntryAssembly()!];
        foreach (var type in searched.SelectMany(assembly => assembly.GetTypes()).Where(FrostingTaskType.IsTask))
        {
            services.AddSingleton(typeof(IFrostingTask), type);
        }

        services.AddSingleton<ICakeArguments>(options.Arguments);
        await using var provider = services.BuildServiceProvider();
        var directory = options.WorkingDirectory ?? provider.GetService<WorkingDirectory>()?.Path;
        EnterWorkingDirectory(directory, provider.GetRequiredService<ICakeEnvironment>());
        provider.GetRequiredService<ICakeLog>().Verbosity = options.Verbosity ?? Verbosity.Normal;
        provider.GetRequiredService<FrostingEngine>().Configure();

        var host = ScriptHost(options, provider);
        if (options.Exclusive)
        {
            host.Settings.UseExclusiveTarget();
        }

        await host.RunTargetsAsync(options.Targets);
    }

    private static ScriptHost ScriptHost(FrostingOptions options, IServiceProvider services)
    {
        var engine = services.GetRequiredService<ICakeEngine>();
        var context = services.GetRequiredService<IFrostingContext>();
        var log = services.GetRequiredService<ICakeLog>();
        return options switch
        {
            { Tree: true } => new TreeScriptHost(engine, context, services.GetRequiredService<IConsole>()),
            { Description: true } => new DescriptionScriptHost(engine, context, services.GetRequiredService<IAnsiConsole>()),
            { DryRun: true } => new DryRunScriptHost<IFrostingContext>(engine, context, log),
            _ => new BuildScriptHost<IFrostingContext>(
                engine,
                services.GetRequiredService<IExecutionStrategy>(),
                context,
                services.GetRequiredService<ICakeReportPrinter>(),
                services.GetRequiredService<ICakeConfiguration>(),
                log),
        };
    }
}
