using Build.CommandLine;
using Cake.Frosting;
using DocsPipeline.Flows.Convert;

namespace Build.Tasks;

[TaskOrder(8)]
[TaskDescription("turns Confluence storage format into Markdown, or back, for a folder of files")]
[TaskExample("convert --from storage --to markdown --in pages --out documents")]
[TaskExample("convert --from markdown --to storage --base pages --in documents --out edited-pages")]
[TaskArgument("from", "what the files are: *.xml or *.md, sub-folders included", Value = "storage|markdown", Required = true)]
[TaskArgument("to", "what they become", Value = "storage|markdown", Required = true)]
[TaskArgument("in", "the folder to read", Value = "DIR", Required = true)]
[TaskArgument("out", "the folder to write, with report.json: what became of each file and element", Value = "DIR", Required = true)]
[TaskArgument("base", "the pages that edited Markdown came from; what was not edited stays as it is there, byte for byte", Value = "DIR")]
[TaskArgument("strict", "exits 1 when a single file has errors")]
public sealed class Convert : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        var request = new ConvertRequest(
            Format(context.Option("from")),
            Format(context.Option("to")),
            context.PathOption("in")!,
            context.PathOption("out")!,
            context.PathOption("base"),
            context.Has("strict"));
        var report = await new Converter().RunAsync(request, context.Progress, context.Cancellation);
        BuildContext.Finish(report.ExitCode(request.Strict), report.Diagnostics);
    }

    private static ConvertFormat Format(string? name) => Enum.Parse<ConvertFormat>(name!, ignoreCase: true);
}
