using System.Text.RegularExpressions;
using DocsPipeline.StorageFormat.Conversion;
using Markdig.Syntax;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// A page has no formulas but those of apps, so <c>$…$</c> is text, read as Markdown. Where that takes something out of a formula that
/// GitHub shows, a person is told.
/// </summary>
internal static partial class FormulaCheck
{
    public static void Apply(StorageSession session, SourceSpan place)
    {
        if (!session.MayHoldFormulas)
        {
            return;
        }

        var text = session.Source(place);
        if (!text.Contains('$'))
        {
            return;
        }

        foreach (var match in Formula().EnumerateMatches(text))
        {
            var formula = text.Slice(match.Index, match.Length);
            if (!formula.Contains('`') && Changed().IsMatch(formula))
            {
                session.Place = Math.Max(0, place.Start) + match.Index;
                session.Report(FindingKind.PartIsDropped,
                    $"formula `{StorageSession.Short(formula)}` is text in a page, without what Markdown takes for marks",
                    "write it in a block of ```math, where every character stays");
            }
        }
    }

    [GeneratedRegex(@"(?<![\w$\\])(\$\$[^$]+\$\$|\$(?![\s$])[^$\n]*(?<![\s\\])\$)(?!\w)", RegexOptions.ExplicitCapture)]
    private static partial Regex Formula();

    /// <summary>A backslash that Markdown reads, or a pair of stars.</summary>
    [GeneratedRegex(@"\\[\p{P}\p{S}]|\*[^\s*][^*]*\*")]
    private static partial Regex Changed();
}
