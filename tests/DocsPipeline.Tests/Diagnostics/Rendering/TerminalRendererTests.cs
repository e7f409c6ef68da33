using DocsPipeline.Diagnostics;
using DocsPipeline.Diagnostics.Rendering;

namespace DocsPipeline.Tests.Diagnostics.Rendering;

public sealed class TerminalRendererTests
{
    private const string Line = "See [the price guide](../pricing/price-guide.md) for details.";

    private static readonly Diagnostic Link = Reports.Broken.At(
        "content/onboarding/first-order.md", new SourceSpan(14, 23, 25),
        label: "no document at this path", help: "did you mean `../pricing/prices-guide.md`?");

    private static string Padded(string line, int number) => string.Concat(Enumerable.Repeat("\n", number - 1)) + line + "\nnext";

    [Fact]
    public void Lays_a_diagnostic_out_as_the_architecture_shows_it() =>
        new TerminalRenderer().Render(Reports.Of(Padded(Line, 14), Link)).ShouldBe(
            """
            error[DOC0203]: link target does not exist
              --> content/onboarding/first-order.md:14:23
               |
            14 | See [the price guide](../pricing/price-guide.md) for details.
               |                       ^^^^^^^^^^^^^^^^^^^^^^^^^ no document at this path
               |
               = help: did you mean `../pricing/prices-guide.md`?
               = more: ./build.sh explain DOC0203

            1 error in 1 of 148 documents

            """);

    [Fact]
    public void Names_a_place_that_is_not_a_file_without_a_line() =>
        new TerminalRenderer().Render(Reports.Of("", Reports.Broken.At("environment", SourceSpan.Start, "variable is not set"))).ShouldBe(
            """
            error[DOC0203]: variable is not set
            --> environment
             |
             = more: ./build.sh explain DOC0203

            1 error in 1 file, 148 documents read

            """);

    [Fact]
    public void Underlines_the_marked_text_behind_tabs_and_wide_characters()
    {
        var report = Reports.Of("\t日本 here", Reports.Broken.At("content/a.md", new SourceSpan(1, 5, 4)));
        var lines = new TerminalRenderer().Render(report).Split('\n');

        lines[3].ShouldBe("1 |     日本 here");
        lines[4].ShouldBe("  |          ^^^^");
    }

    [Fact]
    public void Cuts_a_very_long_line_to_the_piece_around_the_fault()
    {
        var line = new string('a', 5_000) + "FAULT" + new string('b', 5_000);

        var report = Reports.Of(line, Reports.Broken.At("content/a.md", new SourceSpan(1, 5_001, 5)));
        var lines = new TerminalRenderer().Render(report).Split('\n');

        lines[3].Length.ShouldBeLessThan(200);
        lines[3].Substring(lines[4].IndexOf('^'), 5).ShouldBe("FAULT");
    }

    [Theory]
    [InlineData("a\u001b[2Jb", "\\u{001B}")]
    [InlineData("a\u202eb", "\\u{202E}")]
    [InlineData("a\u200bb", "\\u{200B}")]
    public void Shows_what_a_terminal_would_obey_or_hide(string line, string shown)
    {
        var text = new TerminalRenderer().Render(Reports.Of(line, Reports.Broken.At("content/a.md", SourceSpan.Start, $"bad {line}")));

        text.ShouldContain(shown);
        text.Where(char.IsControl).ShouldAllBe(character => character == '\n');
    }

    [Fact]
    public void Colours_only_on_request()
    {
        new TerminalRenderer(colour: true).Render(Reports.Of(Line, Link)).ShouldContain("\u001b[1;31merror[DOC0203]\u001b[0m");
        new TerminalRenderer().Render(Reports.Of(Line, Link)).ShouldNotContain("\u001b");
    }
}
