using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using DocsPipeline.Sandbox;

namespace Build.Environments;

/// <summary>The sandbox of this checkout: the one that is up, or one of our own for as long as it is needed.</summary>
internal sealed class LocalSandbox : IAsyncDisposable
{
    public const string StateDirectory = "artifacts/sandbox";
    public const int Port = 8088;

    private readonly SandboxHost? host;

    private LocalSandbox(Uri address, SandboxHost? host)
    {
        Address = address;
        this.host = host;
    }

    public Uri Address { get; }

    /// <summary>Joins the sandbox that is up, or starts one on a free port; only what was started here is stopped again.</summary>
    public static async Task<LocalSandbox> OpenAsync(CancellationToken cancellation) => Running(StateDirectory) is { } address
        ? new LocalSandbox(address, null)
        : await StartAsync(new SandboxOptions { StateDirectory = StateDirectory }, cancellation);

    /// <summary>
    /// Starts a sandbox whose documents' repository begins with this checkout's settings and schemas, and without documents.
    /// </summary>
    public static async Task<LocalSandbox> StartAsync(SandboxOptions options, CancellationToken cancellation)
    {
        var seed = new RepositorySeed(SeedAccounts.Repository, Repository.Root, ["content/pipeline.yml", "schemas", ".github/CODEOWNERS"]);
        var host = await SandboxHost.StartAsync(options with { Repository = seed }, cancellation);
        return new LocalSandbox(host.Address, host);
    }

    /// <summary>
    /// The address of a sandbox that is up over this state, in this or another process. A record left behind by one that was killed counts
    /// for nothing.
    /// </summary>
    public static Uri? Running(string stateDirectory)
    {
        var file = Path.Combine(stateDirectory, "sandbox.json");
        if (!File.Exists(file))
        {
            return null;
        }

        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var address = new Uri(json.RootElement.GetProperty("address").GetString()!);
        return IsAlive(json.RootElement.GetProperty("pid").GetInt32()) && Answers(address) ? address : null;
    }

    public ValueTask DisposeAsync() => host?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static bool IsAlive(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool Answers(Uri address)
    {
        try
        {
            using var connection = new TcpClient(address.Host, address.Port);
            return connection.Connected;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
