using Cake.Common;
using Cake.Core;
using Cake.Core.IO;
using DocsPipeline.Diagnostics;
using Path = System.IO.Path;

namespace Build.Measuring;

/// <summary>
/// The program behind <c>bench</c>. It is published as this one is, precompiled and without profile-guided tiering, so that it measures
/// what people run.
/// </summary>
internal static class BenchmarkProgram
{
    /// <summary>What there is to measure, in the words one types; each is a benchmark of the same name in the program.</summary>
    public static IReadOnlyList<string> Names { get; } = ["convert", "validate"];

    private const string Project = "tests/DocsPipeline.Benchmarks/DocsPipeline.Benchmarks.csproj";
    private const string Out = "artifacts/bench";
    private const string Program = Out + "/program";

    /// <summary>All it is made of: the converter, but neither the pipeline nor the tests, the sandbox or the demo.</summary>
    private static readonly string[] Sources =
    [
        "tests/DocsPipeline.Benchmarks", "src/DocsPipeline.StorageFormat",
        "Directory.Build.props", "Directory.Packages.props", "global.json",
    ];

    /// <summary>Runs a benchmark, or all there are where no name is given; what they print passes through.</summary>
    public static void Run(BuildContext context, string? name, string? pages)
    {
        Provide(context);
        var arguments = new ProcessArgumentBuilder().AppendQuoted(Program + "/DocsPipeline.Benchmarks.dll").Append(name ?? "all")
            .Append("--out").AppendQuoted(Out)
            .Append("--pipeline").AppendQuoted(Path.Combine(AppContext.BaseDirectory, "Build.dll"));
        if (pages is not null)
        {
            arguments.Append("--pages").AppendQuoted(pages);
        }

        if (context.StartProcess("dotnet", new ProcessSettings { Arguments = arguments }) != 0)
        {
            throw new PipelineException(ExitCode.Errors, []);
        }
    }

    /// <summary>Publishes the program, unless that was done since one of its sources changed.</summary>
    private static void Provide(BuildContext context)
    {
        var stamp = new FileInfo(Program + "/published");
        if (stamp.Exists && !Array.Exists(Sources, source => IsNewer(source, stamp.LastWriteTimeUtc)))
        {
            return;
        }

        var precompiled = new ProcessArgumentBuilder()
            .Append("--use-current-runtime").Append("--no-self-contained").Append("-p:PublishReadyToRun=true");
        var published = Publish(context, precompiled, silent: true)
            // Without the compiler for precompiled code, as with a platform or feed that lacks it.
            || Publish(context, new ProcessArgumentBuilder(), silent: false);
        if (!published)
        {
            throw new PipelineException(ExitCode.Errors, []);
        }

        File.WriteAllText(stamp.FullName, "");
    }

    /// <summary>Folders count too: a file that was deleted leaves no other trace.</summary>
    private static bool IsNewer(string source, DateTime time) =>
        File.GetLastWriteTimeUtc(source) > time
        || (Directory.Exists(source) && new DirectoryInfo(source).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Any(entry => entry.LastWriteTimeUtc > time));

    private static bool Publish(BuildContext context, ProcessArgumentBuilder options, bool silent)
    {
        var arguments = new ProcessArgumentBuilder()
            .Append("publish").AppendQuoted(Project).Append("--configuration").Append("Release")
            .Append("--output").AppendQuoted(Program).Append("--verbosity").Append("quiet").Append("--nologo");
        options.CopyTo(arguments);
        var settings = new ProcessSettings { Arguments = arguments, RedirectStandardOutput = silent, RedirectStandardError = silent };
        return context.StartProcess("dotnet", settings) == 0;
    }
}
