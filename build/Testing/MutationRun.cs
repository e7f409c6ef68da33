using Cake.Common;
using Cake.Core;
using Cake.Core.IO;
using DocsPipeline.Diagnostics;

namespace Build.Testing;

/// <summary>One run of Stryker over one part; what it prints passes through, what it found is read from its report.</summary>
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
            .Append("stryker").Append("--project").Append("DocsPipeline.csproj").Append("--skip-version-check")
            .Append("--output").AppendQuoted(folder)
            .Append("--reporter").Append("json").Append("--reporter").Append("html").Append("--reporter").Append("dots")
            .Append("--concurrency").Append("2")
            .Append("--test-case-filter").AppendQuoted(part.Filter);
        foreach (var files in part.Files)
        {
            arguments.Append("--mutate").AppendQuoted(files);
        }

        var ended = context.StartProcess("dotnet", new ProcessSettings { Arguments = arguments, WorkingDirectory = Tests });
        var report = System.IO.Path.Combine(folder, "reports", "mutation-report.json");
        return ended == 0 && System.IO.File.Exists(report)
            ? MutationReport.Read(System.IO.File.ReadAllText(report))
            : throw new PipelineException(ExitCode.Errors, []);
    }
}
