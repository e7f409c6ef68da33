using System.Text.Json;
using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Convert;

namespace DocsPipeline.Tests.Flows.Convert;

public sealed class ConverterTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("convert").FullName;

    [Fact]
    public async Task Folders_go_to_Markdown_and_back_into_their_pages()
    {
        Write("in/a.xml", "<p local-id=\"1\">one</p>");
        Write("in/sub/b.xml", "<p>two</p>");
        var there = await Run(ConvertFormat.Storage, ConvertFormat.Markdown, "in", "md");
        there.Documents.ShouldBe(2);
        Documents("md/report.json").ShouldBe(["a.xml", "sub/b.xml"]);
        Write("md/a.md", "one edited\n");
        await Run(ConvertFormat.Markdown, ConvertFormat.Storage, "md", "out", "in");
        Read("out/a.xml").ShouldBe("<p local-id=\"1\">one edited</p>");
        Read("out/sub/b.xml").ShouldBe("<p>two</p>");
    }

    [Fact]
    public async Task A_broken_document_is_reported_with_its_place_and_stops_no_other()
    {
        Write("in/good.xml", "<p>one</p>");
        Write("in/broken.xml", "<p>one\n</b>");
        var report = await Run(ConvertFormat.Storage, ConvertFormat.Markdown, "in", "md");
        report.ExitCode(strict: false).ShouldBe(ExitCode.Errors);
        File.Exists(Path.Combine(root, "md/broken.md")).ShouldBeFalse();
        using var json = JsonDocument.Parse(Read("md/report.json"));
        var broken = json.RootElement.GetProperty("documents")[0];
        broken.GetProperty("file").GetString().ShouldBe("broken.xml");
        broken.GetProperty("status").GetString().ShouldBe("error");
        var diagnostic = broken.GetProperty("diagnostics")[0];
        diagnostic.GetProperty("code").GetString().ShouldBe("DOC0501");
        (diagnostic.GetProperty("line").GetInt32(), diagnostic.GetProperty("column").GetInt32()).ShouldBe((2, 1));
        json.RootElement.GetProperty("documents")[1].GetProperty("converted").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_page_that_loses_something_is_an_error_only_of_a_strict_run()
    {
        Write("in/a.md", "<svg>label</svg>\n");
        var report = await Run(ConvertFormat.Markdown, ConvertFormat.Storage, "in", "out");
        report.Diagnostics.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);
        report.ExitCode(strict: false).ShouldBe(ExitCode.Done);
        report.ExitCode(strict: true).ShouldBe(ExitCode.Errors);
    }

    [Fact]
    public async Task A_layout_that_lost_a_cell_is_an_error_at_its_line_of_the_file()
    {
        Write("in/a.md", "---\ntitle: T\n---\n<!-- storage:layout-section type=\"two_equal\" -->\n<!-- storage:layout-cell -->\n\na\n\n"
            + "<!-- /storage:layout-cell -->\n<!-- /storage:layout-section -->\n");
        Write("in/b.md", "<svg>label</svg> and List<Order>\n");
        var report = await Run(ConvertFormat.Markdown, ConvertFormat.Storage, "in", "out");

        File.Exists(Path.Combine(root, "out/a.xml")).ShouldBeFalse();
        report.Diagnostics.Select(diagnostic => (diagnostic.Code.Id, diagnostic.Path, diagnostic.Span.Line))
            .ShouldBe([("DOC0512", "a.md", 4), ("DOC0506", "b.md", 1)]);
        Read("out/b.xml").ShouldBe("<p>label and List&lt;Order&gt;</p>");
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_refused()
    {
        Directory.CreateDirectory(Path.Combine(root, "in"));
        await File.WriteAllBytesAsync(Path.Combine(root, "in/a.xml"), [(byte)'<', (byte)'p', (byte)'>', 0xFF]);
        var report = await Run(ConvertFormat.Storage, ConvertFormat.Markdown, "in", "md");
        report.Diagnostics.ShouldHaveSingleItem().Code.Id.ShouldBe("DOC0510");
    }

    [Fact]
    public async Task A_file_beyond_all_limits_is_refused_before_it_is_read_and_stops_no_other()
    {
        Write("in/good.xml", "<p>one</p>");
        await using (var huge = File.Create(Path.Combine(root, "in/huge.xml")))
        {
            huge.SetLength(100L * 1024 * 1024);
        }

        var report = await Run(ConvertFormat.Storage, ConvertFormat.Markdown, "in", "md");

        report.Diagnostics.ShouldHaveSingleItem().Code.Id.ShouldBe("DOC0502");
        File.Exists(Path.Combine(root, "md/good.md")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_page_between_two_rules_is_no_front_matter()
    {
        const string Page = "<hr /><p>Note: x</p><hr /><p>y</p>";
        Write("in/a.xml", Page);
        await Run(ConvertFormat.Storage, ConvertFormat.Markdown, "in", "md");
        await Run(ConvertFormat.Markdown, ConvertFormat.Storage, "md", "out", "in");
        Read("out/a.xml").ShouldBe(Page);
    }

    [Fact]
    public void A_fault_of_ours_is_one_diagnostic_and_the_end_of_the_run_is_none()
    {
        Utf8File.Fault(new InvalidOperationException("Oh"), "a.xml")!.Code.Id.ShouldBe("DOC0511");
        Utf8File.Fault(new OperationCanceledException(), "a.xml").ShouldBeNull();
    }

    [Fact]
    public async Task Two_runs_write_the_same_bytes()
    {
        for (var page = 0; page < 40; page++)
        {
            Write($"in/{page}.xml", $"<h1>Page {page}</h1><p>text</p>");
        }

        await Run(ConvertFormat.Storage, ConvertFormat.Markdown, "in", "one");
        await Run(ConvertFormat.Storage, ConvertFormat.Markdown, "in", "two");
        Read("one/report.json").ShouldBe(Read("two/report.json"));
        Read("one/7.md").ShouldBe(Read("two/7.md"));
    }

    [Fact]
    public void The_report_has_the_order_of_the_files_and_is_written_while_they_come()
    {
        const int Files = 1000;
        using (var folder = OutputFolder.Open(root))
        using (var file = new ConvertReportFile(folder, Files))
        {
            for (var number = Files - 1; number >= 0; number--)
            {
                // Two that come together, the second first.
                var other = number ^ 1;
                file.Add(Files - 1 - other, new ConvertedDocument($"{Files - 1 - other:000}.xml", Ok: true, 1, 0, 0, []));
            }

            Documents("report.json").Count.ShouldBeInRange(Files / 2, Files - 1);
            file.Finish().Documents.ShouldBe(Files);
        }

        Documents("report.json").ShouldBe(Enumerable.Range(0, Files).Select(number => $"{number:000}.xml"));
    }

    [Fact]
    public async Task Front_matter_is_no_part_of_a_page()
    {
        Write("md/a.md", "---\nid: x\ntitle: Y\n---\n\nBody.\n");
        await Run(ConvertFormat.Markdown, ConvertFormat.Storage, "md", "out");
        Read("out/a.xml").ShouldBe("<p>Body.</p>");
    }

    [Fact]
    public async Task A_byte_order_mark_stays_where_it_was()
    {
        Write("in/a.xml", "\uFEFF<p>one</p>");
        await Run(ConvertFormat.Storage, ConvertFormat.Markdown, "in", "md");
        await Run(ConvertFormat.Markdown, ConvertFormat.Storage, "md", "out", "in");
        File.ReadAllBytes(Path.Combine(root, "out/a.xml")).ShouldBe(File.ReadAllBytes(Path.Combine(root, "in/a.xml")));
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_a_wrong_command_line() =>
        (await Should.ThrowAsync<PipelineException>(() => Run(ConvertFormat.Storage, ConvertFormat.Markdown, "nowhere", "md")))
            .ExitCode.ShouldBe(ExitCode.WrongCommandLine);

    public void Dispose() => Directory.Delete(root, recursive: true);

    private Task<ConvertReport> Run(ConvertFormat from, ConvertFormat to, string source, string target, string? pages = null) =>
        new Converter().RunAsync(
            new ConvertRequest(from, to, At(source), At(target),
                pages is null ? null : At(pages)), new Progress<string>(), CancellationToken.None);

    private string At(string path) => Path.Combine(root, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, path))!);
        File.WriteAllText(Path.Combine(root, path), text);
    }

    private List<string?> Documents(string report)
    {
        using var json = JsonDocument.Parse(Read(report));
        return json.RootElement.GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("file").GetString())
            .ToList();
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(root, path));
}
