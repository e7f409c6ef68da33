using System.Text.RegularExpressions;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat.Rendering;

/// <summary>The table of constructs, for readers and here for the converter: each row is converted in both directions.</summary>
public sealed partial class ConstructTests
{
    private static readonly string Text =
        File.ReadAllText(Path.Combine(Checkout.Root, "src/DocsPipeline.StorageFormat/CONSTRUCTS.md")).Replace("\r\n", "\n");

    private static readonly List<string> Lines = RowsOf(Text);

    /// <summary>The rows of what GitHub reads; what macros of Confluence show is made there, and no word of the page's storage.</summary>
    private static readonly List<string> GitHubLines = RowsOf(Text[..Text.IndexOf("## What Confluence has", StringComparison.Ordinal)]);

    public static TheoryData<string> Rows() => [.. Lines];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_says_what_happens(string row)
    {
        var cells = Pipe().Split(row).Select(cell => cell.Trim()).ToList();
        cells.Count.ShouldBe(8, "a row has six cells");
        var (markdown, page, back, told) = (Code(cells[2]), Code(cells[4]), cells[5], cells[6]);

        var outcome = Outcome.Of(markdown);

        var expected = string.Join(".*", page.Split('…').Select(Regex.Escape));
        outcome.Storage.TrimEnd('\n').ShouldMatch($"(?s)\\A{expected}\\z");
        outcome.Markdown.TrimEnd('\n').ShouldBe(back == "same" ? markdown : Code(back));
        outcome.Again.ShouldBe(outcome.Markdown);
        outcome.Findings.Select(finding => finding.Kind switch
        {
            FindingKind.PartIsDropped => "DOC0506",
            FindingKind.LinkIsDisarmed => "DOC0507",
            var other => other.ToString(),
        }).Distinct().ShouldBe(told.Length == 0 ? [] : [told]);
    }

    /// <summary>What GitHub is said to do is judged by GitHub's renderer: a row that tells nothing loses no word.</summary>
    [CmarkGfmFact]
    public void A_row_that_tells_nothing_loses_no_word()
    {
        foreach (var row in GitHubLines)
        {
            var cells = Pipe().Split(row).Select(cell => cell.Trim()).ToList();
            var outcome = Outcome.Of(Code(cells[2]));
            (cells[6].Length > 0 ? [] : outcome.Lost(Code(cells[2]))).ShouldBeEmpty(row);
        }
    }

    [Fact]
    public void There_is_a_row_for_each_construct() => Lines.Count.ShouldBeGreaterThan(90);

    private static List<string> RowsOf(string text) => [.. text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)
        && !line.StartsWith("| construct", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))];

    /// <summary>What stands in a code span of a table.</summary>
    private static string Code(string cell)
    {
        var fence = cell.Length - cell.TrimStart('`').Length;
        fence.ShouldBeGreaterThan(0, cell);
        var text = cell[fence..^fence].Replace("\\|", "|").Replace('⏎', '\n');
        return text.Length > 1 && text[0] == ' ' && text[^1] == ' ' && (text[1] == '`' || text[^2] == '`') ? text[1..^1] : text;
    }

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Pipe();
}
