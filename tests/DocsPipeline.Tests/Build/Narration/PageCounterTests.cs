using Build.Narration;
using DocsPipeline.Flows.Export.Reporting;

namespace DocsPipeline.Tests.Build.Narration;

public sealed class PageCounterTests
{
    [Fact]
    public void A_pipe_gets_ten_plain_lines_for_a_long_way_and_none_for_a_short_one()
    {
        using var writer = new StringWriter();
        var counter = new PageCounter(writer, isTerminal: false, 80);
        Walk(counter, "read", 1000);
        Walk(counter, "check", 100);

        writer.ToString().Split(writer.NewLine, StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(Enumerable.Range(1, 10).Select(tenth => $"    read {tenth}00/1000 pages"));
    }

    [Fact]
    public void A_terminal_gets_one_line_that_is_written_over_and_taken_away()
    {
        using var writer = new StringWriter();
        var counter = new PageCounter(writer, isTerminal: true, 40);
        counter.Report(new PageProgress("read", 1, 3, "A title that is far too long for this terminal, \u001b[31mand red"));
        counter.Clear();

        writer.ToString().ShouldBe("\r    read 1/3 pages · A title that is fa\u001b[K\r\u001b[K");
    }

    [Fact]
    public void Workers_that_report_out_of_order_never_turn_the_number_back()
    {
        using var writer = new StringWriter();
        var counter = new PageCounter(writer, isTerminal: false, 80);
        counter.Report(new PageProgress("read", 500, 1000, "A"));
        counter.Report(new PageProgress("read", 100, 1000, "B"));

        writer.ToString().Trim().ShouldBe("read 500/1000 pages");
    }

    private static void Walk(PageCounter counter, string step, int pages)
    {
        for (var done = 1; done <= pages; done++)
        {
            counter.Report(new PageProgress(step, done, pages, "A page"));
        }
    }
}
