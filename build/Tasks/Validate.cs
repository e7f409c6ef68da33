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
        var cache = new SummaryCache(Path.Combine(Repository.Root, Cache), Digest.Of(root));
        var request = new ValidateRequest(root) { Cache = cache };
        var report = await Validator.RunAsync(request, context.Progress, context.Cancellation);
        var format = DiagnosticFormat.Find(context.Option("format") ?? "text", Screen.OutputHasColour)!;
        if (context.PathOption("out") is { } file)
        {
            await using var writer = File.CreateText(file);
            format.Render(report.Findings, writer);
        }
        else
        {
            format.Render(report.Findings, Console.Out);
        }

        BuildContext.Finish(report.ExitCode, []);
    }
}
