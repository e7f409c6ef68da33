using System.Net;
using DocsPipeline.Sandbox.Confluence;
using DocsPipeline.Sandbox.Control;
using DocsPipeline.Sandbox.Dashboard;
using DocsPipeline.Sandbox.GitHub;
using DocsPipeline.Sandbox.GitHub.Seeding;
using DocsPipeline.Sandbox.Systems;
using DocsPipeline.Sandbox.TradingGrid;
using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox;

/// <summary>
/// Confluence, GitHub and Trading Grid on this machine, on one loopback port. A restart over the same state directory finds everything
/// again.
/// </summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly string stateDirectory;
    private readonly FileStream occupied;

    private SandboxHost(WebApplication application, Uri address, string stateDirectory, FileStream occupied)
    {
        this.application = application;
        this.stateDirectory = stateDirectory;
        this.occupied = occupied;
        Address = address;
    }

    /// <summary><c>http://127.0.0.1:port/</c>; <c>localhost</c> reaches it too.</summary>
    public Uri Address { get; }

    /// <summary>
    /// Starts the sandbox; it answers when the task is done. Throws <see cref="IOException"/> when the port is taken, or another sandbox is
    /// up over the same state.
    /// </summary>
    public static async Task<SandboxHost> StartAsync(SandboxOptions options, CancellationToken cancellationToken = default)
    {
        var state = Path.GetFullPath(options.StateDirectory);
        Directory.CreateDirectory(state);

        var occupied = Occupy(state);
        var application = Build(options);
        try
        {
            return await StartAsync(application, options, state, occupied, cancellationToken);
        }
        catch
        {
            await application.DisposeAsync();
            await occupied.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(SandboxRecord.PathIn(stateDirectory));
        await application.StopAsync();
        await application.DisposeAsync();
        await occupied.DisposeAsync();
    }

    // Open for as long as the sandbox is up: a killed one lets go of it too, which a file that only lies there would not.
    private static FileStream Occupy(string state)
    {
        try
        {
            return new FileStream(Path.Combine(state, "sandbox.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new IOException($"another sandbox is up over {state}; stop it, or choose another folder", fault);
        }
    }

    private static async Task<SandboxHost> StartAsync(
        WebApplication application, SandboxOptions options, string state, FileStream occupied, CancellationToken cancellationToken)
    {
        application.Services.GetRequiredService<SandboxClock>().Open(state);
        foreach (var system in application.Services.GetServices<ISandboxSystem>())
        {
            system.Open(state);
            system.Map(application);
        }

        var landscape = application.Services.GetRequiredService<SystemLandscape>();
        if (options.Reset)
        {
            landscape.Reset();
        }
        else
        {
            landscape.Seed();
        }

        await application.StartAsync(cancellationToken);
        var address = new Uri(application.Urls.Single().TrimEnd('/') + "/");
        application.Services.GetRequiredService<SandboxAddress>().Base = address;
        new SandboxRecord(address, Environment.ProcessId, TimeProvider.System.GetUtcNow()).Write(state);
        return new SandboxHost(application, address, state, occupied);
    }

    private static WebApplication Build(SandboxOptions options)
    {
        // The empty builder reads no environment, no settings files and logs nothing: the sandbox is the same everywhere.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "DocsPipeline.Sandbox" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 256 * 1024 * 1024;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<SandboxClock>();
        builder.Services.AddSingleton<SandboxAddress>();
        builder.Services.AddSingleton<SystemLandscape>();
        builder.Services.AddSingleton<RequestLog>();
        builder.Services.AddSingleton<FaultTable>();
        AddSystems(builder.Services, options);

        var application = builder.Build();
        application.UseMiddleware<RequestRecording>();
        application.UseMiddleware<LoopbackOnly>();
        application.UseMiddleware<FaultInjection>();
        application.UseRouting();
        application.MapAssets();
        application.MapControl();
        application.MapDashboard();
        return application;
    }

    private static void AddSystems(IServiceCollection services, SandboxOptions options)
    {
        var first = options.Repository is { } seed ? new FirstCommit(seed.Name, seed.Directory, seed.Paths) : null;
        services.AddSingleton<ISandboxSystem>(all => new ConfluenceSystem(all.GetRequiredService<SandboxClock>(), options.PagesDirectory));
        services.AddSingleton<ISandboxSystem>(all => new GitHubSystem(all.GetRequiredService<SandboxClock>(), first));
        services.AddSingleton<ISandboxSystem, TradingGridSystem>();
    }
}
