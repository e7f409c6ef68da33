using DocsPipeline.Benchmarks.Measuring;

namespace DocsPipeline.Benchmarks.Peers;

/// <summary>pandoc's HTML reader, one process for all pages, so that its start-up does not decide.</summary>
internal static class Pandoc
{
    private const string Name = "pandoc, HTML reader to GFM";
    private const int Pages = 100;

    public static Contender Over(InputFolder pages)
    {
        if (!Programs.IsInstalled("pandoc"))
        {
            return Contender.Missing(Name, "`apt-get install pandoc`, or https://pandoc.org/installing.html");
        }

        var some = pages.First(Pages);
        return new Contender(
            Name, "pandoc",
            ["--from=html", "--to=gfm", "--output=" + (OperatingSystem.IsWindows() ? "NUL" : "/dev/null"),
                .. some.Files.Select(file => file.FullName)], some.Files.Count, some.Bytes)
        {
            Note =
                $"the first {some.Files.Count} pages in one process; knows no macro: code, panels, links to pages and mentions are lost "
                    + "or become bare text",
            Runs = 3,
        };
    }
}
