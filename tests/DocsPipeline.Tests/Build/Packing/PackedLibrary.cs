using System.Diagnostics;
using DocsPipeline.Tests.Build.Scripts;

namespace DocsPipeline.Tests.Build.Packing;

/// <summary>The package of the converter, made by <c>dotnet pack</c> as the target makes it, in a folder that is nobody else's.</summary>
public sealed class PackedLibrary : IAsyncLifetime
{
    private readonly string root = Directory.CreateTempSubdirectory("docspipeline-package-").FullName;

    /// <summary>Where packages lie, as in a feed.</summary>
    internal string Feed => Path.Combine(root, "feed");

    internal string File => Directory.EnumerateFiles(Feed, "*.nupkg").Single();

    /// <summary>Packs into a folder below this one's, compiled from nothing.</summary>
    internal async Task<string> PackAsync(string folder)
    {
        var build = Directory.CreateDirectory(Path.Combine(root, "build"));
        build.Delete(recursive: true);
        var run = await DotnetAsync(Checkout.Root, "pack", "src/DocsPipeline.StorageFormat", "--configuration", "Release",
            "--artifacts-path", build.FullName, "--output", Path.Combine(root, folder),
            "--verbosity", "quiet", "--nologo", "-p:ContinuousIntegrationBuild=true");
        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        return Path.Combine(root, folder);
    }

    /// <summary>A folder for a program that knows nothing of this repository.</summary>
    internal string Elsewhere(string name) => Directory.CreateDirectory(Path.Combine(root, name)).FullName;

    internal static Task<ScriptRun> DotnetAsync(string folder, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", words) { WorkingDirectory = folder };
        // Nothing of this run's own MSBuild may reach another one, and nothing may outlive the call and keep its pipes open.
        start.Environment["MSBuildSDKsPath"] = null;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return ScriptRun.OfAsync(start);
    }

    public Task InitializeAsync() => PackAsync("feed");

    public Task DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return Task.CompletedTask;
    }
}
