using Build.CommandLine;
using Build.Narration;
using Cake.Frosting;
using DocsPipeline.Diagnostics;
using DocsPipeline.Diagnostics.Rendering;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Rules.Summaries;
using DocsPipeline.Flows.Validate;

namespace Build.Tasks;

[TaskOrder(4)]
[TaskDescription("holds the documents in content/ against their schemas and every rule")]
[TaskExample("validate --format github")]
[TaskArgument(
    "format",
    "how faults are told: for people (default), as annotations, for code scanning, for scripts, for build logs",
    Value = "text|github|sarif|json|msbuild")]
[TaskArgument("out", "writes them to a file instead of the screen", Value = "FILE")]
[TaskArgument("root", "the folder that holds content/ and schemas/, this repository unless given", Value = "DIR")]
public sealed class Validate : AsyncFrostingTask<BuildContext>
{
    private const string Cache = "artifacts/cache/validate";

    public override async Task RunAsync(BuildContext context)
    {
        var root = context.PathOption("root") ?? Repository.Root;
        var (findings, exitCode) = await CheckAsync(context, root);
        var format = DiagnosticFormat.Find(context.Option("format") ?? "text", Screen.OutputHasColour)!;
        if (context.PathOption("out") is { } file)
        {
            await using var writer = File.CreateText(file);
            format.Render(findings, writer);
        }
        else
        {
            format.Render(findings, Console.Out);
        }

        BuildContext.Finish(exitCode, []);
    }

    // Settings and schemas that are broken stop the check; they are told in the format that was asked for, and where everything else is.
    private static async Task<(DiagnosticReport Findings, ExitCode ExitCode)> CheckAsync(BuildContext context, string root)
    {
        try
        {
            var cache = new SummaryCache(Path.Combine(Repository.Root, Cache), Digest.Of(root));
            var request = new ValidateRequest(root) { Cache = cache };
            var report = await Validator.RunAsync(request, context.Progress, context.Cancellation);
            return (report.Findings, report.ExitCode);
        }
        catch (PipelineException fault) when (fault.ExitCode == ExitCode.Errors)
        {
            return (new DiagnosticReport(fault.Diagnostics, 0, path => Repository.TextBelow(root, path)), fault.ExitCode);
        }
    }
}
