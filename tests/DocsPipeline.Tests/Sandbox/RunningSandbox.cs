using DocsPipeline.Sandbox;

namespace DocsPipeline.Tests.Sandbox;

/// <summary>A sandbox over its own empty folder, thrown away afterwards; also fit as a class fixture.</summary>
public sealed class RunningSandbox : IAsyncLifetime
{
    private readonly string directory = Directory.CreateTempSubdirectory("docspipeline-sandbox-").FullName;

    public SandboxHost Host { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public string StateDirectory => directory;

    public string? PagesDirectory { get; init; }

    /// <summary>What the documents' repository begins with.</summary>
    public RepositorySeed? Repository { get; init; }

    public async Task InitializeAsync()
    {
        Host = await SandboxHost.StartAsync(
            new SandboxOptions { StateDirectory = directory, PagesDirectory = PagesDirectory, Repository = Repository });
#pragma warning disable CA2000 // The client owns the handler.
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Host.Address };
#pragma warning restore CA2000
    }

    public async Task RestartAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
        await InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }
}
