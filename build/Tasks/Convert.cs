using Build.CommandLine;
using Build.Narration;
using Cake.Frosting;
using DocsPipeline.Flows.Convert;
using DocsPipeline.Flows.Convert.Watching;

namespace Build.Tasks;

[TaskOrder(8)]
[TaskDescription("turns Confluence storage format into Markdown, or back, for a folder of files; exits 1 if one has errors")]
[TaskExample("convert --from storage --to markdown --in pages --out documents")]
[TaskExample("convert --from markdown --to storage --base pages --in documents --out edited-pages")]
[TaskExample("convert --from storage --to markdown --in pages --out documents --watch")]
[TaskArgument("from", "what the files are: *.xml and *.xhtml, or *.md and *.markdown, sub-folders included",
    Value = "storage|markdown", Required = true)]
[TaskArgument("to", "what they become", Value = "storage|markdown", Required = true)]
[TaskArgument("in", "the folder to read", Value = "DIR", Required = true)]
[TaskArgument("out", "the folder to write, apart from those that are read; report.json there says what became of each file",
    Value = "DIR", Required = true)]
[TaskArgument("base", "the pages that edited Markdown came from; what was not edited stays as it is there, byte for byte", Value = "DIR")]
[TaskArgument("strict", "exits 1 also when a page lost something (a warning)")]
[TaskArgument("watch", "stays until Ctrl-C and converts what changes; what it made of a file that is deleted it removes, unless edited")]
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
        string? TextOf(string path) => Repository.TextBelow(request.In, path);
        if (context.Has("watch"))
        {
            if (request.Strict)
            {
                throw Refusal.Of("`--strict` says how a run ends, and `--watch` does not end", "leave one of them out");
            }

            await new ConvertWatch(request, context.Progress, new WatchNarration(context.Narrator, TextOf)).RunAsync(context.Cancellation);
            return;
        }

        var report = await new Converter().RunAsync(request, context.Progress, context.Cancellation);
        BuildContext.Finish(report.ExitCode(request.Strict), report.Diagnostics, TextOf);
    }

    private static ConvertFormat Format(string? name) => Enum.Parse<ConvertFormat>(name!, ignoreCase: true);
}
