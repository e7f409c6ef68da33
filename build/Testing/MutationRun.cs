using Cake.Common;
using Cake.Core;
using Cake.Core.IO;
using DocsPipeline.Diagnostics;

namespace Build.Testing;

/// <summary>
/// One run of Stryker over one part; what it prints passes through, what it found is read from its report. What is the same for each part
/// stands where Stryker looks for it, in <c>stryker-config.json</c> beside the tests. A mutant has a minute more than the tests need
/// without one: one that took too long counts as noticed, and a busy machine must not count as a test.
/// </summary>
internal static class MutationRun
{
    private const string Out = "artifacts/mutate";
    private const string Tests = "tests/DocsPipeline.Tests";

    /// <summary>The report stays below <c>artifacts/mutate/NAME/reports</c>, for people as HTML.</summary>
    public static MutationReport Start(BuildContext context, MutationPart part)
    {
        var folder = System.IO.Path.GetFullPath(System.IO.Path.Combine(Out, part.Name));
        // An old report must not speak for a run that never began.
        if (System.IO.Directory.Exists(folder))
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }

        var arguments = new ProcessArgumentBuilder()
            .Append("stryker").Append("--skip-version-check")
            .Append("--output").AppendQuoted(folder)
            .Append("--test-case-filter").AppendQuoted(part.Filter);
        foreach (var files in part.Files)
        {
            arguments.Append("--mutate").AppendQuoted(files);
        }

        var ended = context.StartProcess("dotnet", new ProcessSettings
        {
            Arguments = arguments,
            WorkingDirectory = Tests,
            // Stryker builds all tests anew before it begins; whether they keep to the house's style is not its question.
            EnvironmentVariables = new Dictionary<string, string?> { ["RunAnalyzers"] = "false" },
        });
        var report = System.IO.Path.Combine(folder, "reports", "mutation-report.json");
        if (ended != 0 || !System.IO.File.Exists(report))
        {
            context.Narrator.Say(Ended(part, ended));
            throw new PipelineException(ExitCode.Errors, []);
        }

        return MutationReport.Read(System.IO.File.ReadAllText(report));
    }

    private static string Ended(MutationPart part, int exitCode) =>
        $"Stryker ended with exit code {exitCode} and left no report about the {part.Name}: what it printed above says why. Mostly a test "
        + $"fails without any mutant (./build.sh test --filter \"{part.Filter}\") or Stryker is not installed (dotnet tool restore).";
}
