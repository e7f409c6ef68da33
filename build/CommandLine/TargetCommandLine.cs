using System.Reflection;
using DocsPipeline.Diagnostics;

namespace Build.CommandLine;

/// <summary>
/// Reads what a person typed: the target stands first, in any case, and its options follow. Cake would ignore a misspelt option and
/// run anyway; here whatever no target declares is refused with the nearest suggestion (exit 64), before anything else happens.
/// </summary>
internal sealed class TargetCommandLine(TargetList targets)
{
    /// <summary>The engine's own options, allowed for every target.</summary>
    public static IReadOnlyList<TaskArgumentAttribute> Always { get; } =
    [
        new("verbosity", "how much the engine underneath says") { Value = "quiet|normal|diagnostic" },
        new("dryrun", "names what would run, and runs nothing"),
        new("tree", "shows every target with what it depends on"),
    ];

    private static readonly string[] HelpWords = ["help", "--help", "-h", "-?"];

    /// <summary>The command line of the tasks in an assembly.</summary>
    public static TargetCommandLine Of(Assembly tasks) => new(TargetList.Of(tasks));

    /// <summary>The same command line as Frosting understands it: <c>--target=Publish --environment=production</c>.</summary>
    public IEnumerable<string> Read(IEnumerable<string> args)
    {
        var words = args.ToList();
        var asksForHelp = words.RemoveAll(word => HelpWords.Contains(word, StringComparer.OrdinalIgnoreCase)) > 0;
        var name = TakeTarget(words);
        var target = name is null ? targets.Default : targets.Find(name) ?? throw UnknownTarget(name);
        return asksForHelp
            ? ["--target=" + targets.Default.Name, "--about=" + target.Name]
            : ["--target=" + target.Name, .. new OptionReader(target, targets).Read(words)];
    }

    /// <summary>Removes the target from the words: the first one, or the value of <c>--target</c> wherever it stands.</summary>
    private static string? TakeTarget(List<string> words)
    {
        var named = words.FindIndex(word => word is "-t" || word.Equals("--target", StringComparison.OrdinalIgnoreCase));
        if (named >= 0 && named + 1 < words.Count)
        {
            var value = words[named + 1];
            words.RemoveRange(named, 2);
            return value;
        }

        var assigned = words.FindIndex(word => word.StartsWith("--target=", StringComparison.OrdinalIgnoreCase));
        var position = assigned >= 0 ? assigned : words.Count > 0 && !words[0].StartsWith('-') ? 0 : -1;
        if (position < 0)
        {
            return null;
        }

        var taken = words[position];
        words.RemoveAt(position);
        return assigned >= 0 ? taken["--target=".Length..] : taken;
    }

    private PipelineException UnknownTarget(string name)
    {
        var near = Suggestion.For(name, targets.All.Select(target => target.Word));
        return Refusal.Of(
            $"there is no target `{name}`",
            near is null ? "`./build.sh` alone shows every target" : $"did you mean `./build.sh {near}`?");
    }
}
