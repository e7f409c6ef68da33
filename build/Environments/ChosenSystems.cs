using Build.CommandLine;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Systems;

namespace Build.Environments;

/// <summary>The three systems that <c>--environment</c> chose, for as long as one target needs them.</summary>
internal sealed class ChosenSystems : IAsyncDisposable
{
    private readonly LocalSandbox? sandbox;

    private ChosenSystems(string environment, Connections connections, LocalSandbox? sandbox)
    {
        Environment = environment;
        Connections = connections;
        this.sandbox = sandbox;
    }

    /// <summary><c>sandbox</c> or <c>production</c>; private clones and the like are kept apart by it.</summary>
    public string Environment { get; }

    public Connections Connections { get; }

    /// <summary>The private clone of the documents' repository; the work tree of whoever runs this is never touched.</summary>
    public string Clone => $"artifacts/work/{Environment}/repository.git";

    /// <summary>
    /// The sandbox (the one that is up, or one of our own) unless production is asked for; then the addresses of
    /// <c>content/pipeline.yml</c> and the secrets of the environment. Throws with everything that is missing before anything else happens.
    /// </summary>
    public static async Task<ChosenSystems> OpenAsync(BuildContext context)
    {
        if (context.Option(EnvironmentArgumentAttribute.Option) is not EnvironmentArgumentAttribute.Production)
        {
            var sandbox = await LocalSandbox.OpenAsync(context.Cancellation);
            return new ChosenSystems(EnvironmentArgumentAttribute.Sandbox, SandboxConnections.At(sandbox.Address), sandbox);
        }

        var settings = PipelineSettingsReader.Read(ContentFolder.Read(Repository.Root, PipelineSettings.Path, "schemas"));
        var addresses = settings.Environments.GetValueOrDefault(EnvironmentArgumentAttribute.Production) ?? throw NoAddresses();
        var connections = Connections.FromEnvironment(settings.Repository, addresses, System.Environment.GetEnvironmentVariable);
        return new ChosenSystems(EnvironmentArgumentAttribute.Production, connections, null);
    }

    public ValueTask DisposeAsync() => sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static PipelineException NoAddresses() => new(ExitCode.Errors, Catalogue.Configuration.SettingsAreBroken.At(
        PipelineSettings.Path,
        SourceSpan.Start,
        "there are no addresses of production",
        help: "write them below `environments: production:`"));
}
