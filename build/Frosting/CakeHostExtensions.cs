using Cake.Cli;
using Cake.Core.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>The sentence a build program is made of.</summary>
public static class CakeHostExtensions
{
    public static CakeHost UseContext<T>(this CakeHost host)
        where T : class, IFrostingContext =>
        host.ConfigureServices(services => services.AddSingleton<T>()
            .AddSingleton<IFrostingContext>(provider => provider.GetRequiredService<T>()));

    public static CakeHost UseLifetime<T>(this CakeHost host)
        where T : class, IFrostingLifetime =>
        host.ConfigureServices(services => services.AddSingleton<T>()
            .AddSingleton<IFrostingSetup>(provider => provider.GetRequiredService<T>())
            .AddSingleton<IFrostingTeardown>(provider => provider.GetRequiredService<T>()));

    public static CakeHost UseSetup<T>(this CakeHost host)
        where T : class, IFrostingSetup => host.ConfigureServices(services => services.AddSingleton<IFrostingSetup, T>());

    public static CakeHost UseTeardown<T>(this CakeHost host)
        where T : class, IFrostingTeardown => host.ConfigureServices(services => services.AddSingleton<IFrostingTeardown, T>());

    public static CakeHost UseTaskLifetime<T>(this CakeHost host)
        where T : class, IFrostingTaskLifetime =>
        host.ConfigureServices(services => services.AddSingleton<T>()
            .AddSingleton<IFrostingTaskSetup>(provider => provider.GetRequiredService<T>())
            .AddSingleton<IFrostingTaskTeardown>(provider => provider.GetRequiredService<T>()));

    public static CakeHost UseTaskSetup<T>(this CakeHost host)
        where T : class, IFrostingTaskSetup => host.ConfigureServices(services => services.AddSingleton<IFrostingTaskSetup, T>());

    public static CakeHost UseTaskTeardown<T>(this CakeHost host)
        where T : class, IFrostingTaskTeardown => host.ConfigureServices(services => services.AddSingleton<IFrostingTaskTeardown, T>());

    public static CakeHost UseModule<T>(this CakeHost host)
        where T : ICakeModule, new() => host.ConfigureServices(services => services.UseModule<T>());

    /// <summary>Tasks run here unless <c>--working</c> says otherwise.</summary>
    public static CakeHost UseWorkingDirectory(this CakeHost host, string path) =>
        host.ConfigureServices(services => services.AddSingleton(new WorkingDirectory(path)));

    public static CakeHost UseCakeSetting(this CakeHost host, string key, string value) =>
        host.ConfigureServices(services => services.AddSingleton(new CakeSetting(key, value)));

    /// <summary>Reads what a person typed and returns what Frosting understands; may throw to refuse it. Ours, not Frosting's.</summary>
    public static CakeHost UseCommandLine(this CakeHost host, Func<IEnumerable<string>, IEnumerable<string>> read)
    {
        host.CommandLine = read;
        return host;
    }

    /// <summary>Tells a failure and returns the exit code for it. Ours, not Frosting's.</summary>
    public static CakeHost UseExceptionHandler(this CakeHost host, Func<Exception, int> handle)
    {
        host.ExceptionHandler = handle;
        return host;
    }
}

internal sealed record WorkingDirectory(string Path);

internal sealed record CakeSetting(string Key, string Value);
