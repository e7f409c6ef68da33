using System.Text.RegularExpressions;
using DocsPipeline.Documents.Markdown.Regions;

namespace DocsPipeline.Documents.Markdown.Tree;

/// <summary>
/// Comments that stand for Confluence: <c>&lt;!-- confluence:toc … --&gt;</c> for a macro, the same with <c>/</c> at the end of its body,
/// or with <c>/</c> behind it where it has none, <c>storage:</c> for structure. A macro's body is shown only where its name is known to be
/// harmless.
/// </summary>
internal sealed partial record Directive(string Name, bool IsEnd, bool IsEmpty, bool ShowsBody)
{
    public static Directive? Read(string comment)
    {
        var match = Pattern().Match(comment);
        if (!match.Success)
        {
            return null;
        }

        var macro = match.Groups["macro"].Value;
        var shows = match.Groups["space"].Value == "storage"
            ? macro is not ("comment" or "xml")
            : KnownContainers.MacrosToShow.Contains(macro) && !comment.Contains("hidden=\"true\"", StringComparison.OrdinalIgnoreCase);
        var isEmpty = comment.TrimEnd().EndsWith(" /", StringComparison.Ordinal);
        return new Directive($"{match.Groups["space"].Value}:{macro}", match.Groups["end"].Success, isEmpty, shows);
    }

    [GeneratedRegex(@"^(?<end>/)?(?<space>confluence|storage):(?<macro>\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
