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

    /// <summary>Publishes the program and runs a benchmark; what it prints passes through.</summary>
    public static void Run(BuildContext context, string name, string? pages)
    {
        var precompiled = new ProcessArgumentBuilder()
            .Append("--use-current-runtime").Append("--no-self-contained").Append("-p:PublishReadyToRun=true");
        var published = Publish(context, precompiled, silent: true)
            // Without the compiler for precompiled code, as with a platform or feed that lacks it.
            || Publish(context, new ProcessArgumentBuilder(), silent: false);
        if (!published)
        {
            throw new PipelineException(ExitCode.Errors, []);
        }

        var arguments = new ProcessArgumentBuilder().AppendQuoted(Program + "/DocsPipeline.Benchmarks.dll").Append(name)
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
