using System.Text;

namespace Build.CommandLine;

/// <summary>The page that teaches: what this is, the way a document goes, and what one can type.</summary>
internal static class Help
{
    private const string Picture = """
        Partner documentation as code: written in Confluence, approved in GitHub, read in the Trading Grid community.

          Confluence ──Export──▶ content/ ──Validate──▶ pull request ──review──▶ main ──Plan · Publish──▶ Trading Grid
               ▲                                                                                  │            │
               ├──────────────────── reviewed edits ◀─────────────────────────────────────────────┘            │
               └───────────────────── pages ◀───────────── Import ─────────────▶ GitHub issues ◀───────────────┘
        """;

    /// <summary>Every target, in pipeline order, with one line to try.</summary>
    public static string Overview(TargetList targets)
    {
        var page = new StringBuilder(Picture).Append("\n\nTargets, in the order in which a document meets them:\n\n");
        var names = targets.All.Max(target => target.Word.Length);
        foreach (var target in targets.All)
        {
            page.Append($"  {target.Word.PadRight(names)}  {target.Description}\n");
            page.Append($"  {new string(' ', names)}  $ ./build.sh {target.Examples[0]}\n");
        }

        return page
            .Append("\n./build.sh help <target> lists the options of one. ")
            .Append("Without --environment production every target speaks to the sandbox.\n")
            .ToString();
    }

    /// <summary>One target and all its options.</summary>
    public static string Page(Target target)
    {
        var page = new StringBuilder($"{target.Word}: {target.Description}\n\n")
            .AppendJoin("", target.Examples.Select(example => $"  $ ./build.sh {example}\n"));
        Options(page, "Options", target.Arguments);
        Options(page, "Every target also knows", TargetCommandLine.Always);
        return page.ToString();
    }

    private static void Options(StringBuilder page, string heading, IReadOnlyList<TaskArgumentAttribute> arguments)
    {
        if (arguments.Count == 0)
        {
            return;
        }

        page.Append($"\n{heading}:\n\n");
        var width = arguments.Max(argument => argument.Usage.Length);
        foreach (var argument in arguments)
        {
            var required = argument.Required ? " (required)" : "";
            page.Append($"  {argument.Usage.PadRight(width)}  {argument.Description}{required}\n");
        }
    }
}
