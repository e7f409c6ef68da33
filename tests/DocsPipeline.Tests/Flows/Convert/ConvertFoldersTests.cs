using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Convert;

namespace DocsPipeline.Tests.Flows.Convert;

/// <summary>Which files are taken, what they are called afterwards, and which folders are refused.</summary>
public sealed class ConvertFoldersTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("folders").FullName;

    [Fact]
    public async Task Capital_and_long_extensions_go_there_and_back_into_pages_of_the_same_names()
    {
        string[] names = ["a.XML", "b.Xml", "sub/c.xhtml", "d.v2.xml"];
        foreach (var name in names)
        {
            Write($"in/{name}", $"<p local-id=\"{name}\">one</p>");
        }

        await RunAsync(ConvertFormat.Storage, "in", "md");
        Files("md").ShouldBe(["a.md", "b.md", "d.v2.md", "report.json", "sub/c.md"]);
        File.Move(At("md/a.md"), At("md/a.MarkDown"));
        Write("md/b.md", "two\n");
        await RunAsync(ConvertFormat.Markdown, "md", "out", "in");
        Files("out").ShouldBe(["a.XML", "b.Xml", "d.v2.xml", "report.json", "sub/c.xhtml"]);
        Read("out/b.Xml").ShouldBe("<p local-id=\"b.Xml\">two</p>");
        Read("out/a.XML").ShouldBe(Read("in/a.XML"));
    }

    [Fact]
    public async Task A_result_that_says_the_same_already_is_left_alone_and_any_other_is_renewed()
    {
        var longAgo = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Write("in/same.xml", "<p>one</p>");
        Write("in/other.xml", "<p>two</p>");
        Write("in/marked.xml", "<p>three</p>");
        await RunAsync(ConvertFormat.Storage, "in", "md");
        Write("md/other.md", "one\n");
        Write("md/marked.md", "\uFEFFthree\n");
        foreach (var name in (string[])["same", "other", "marked"])
        {
            File.SetLastWriteTimeUtc(At($"md/{name}.md"), longAgo);
        }

        await RunAsync(ConvertFormat.Storage, "in", "md");
        (Read("md/same.md"), Read("md/other.md"), File.ReadAllBytes(At("md/marked.md")).Length).ShouldBe(("one\n", "two\n", 6));
        File.GetLastWriteTimeUtc(At("md/same.md")).ShouldBe(longAgo);
        File.GetLastWriteTimeUtc(At("md/other.md")).ShouldNotBe(longAgo);
        File.GetLastWriteTimeUtc(At("md/marked.md")).ShouldNotBe(longAgo);
    }

    [Fact]
    public async Task Files_that_would_become_one_are_told_and_none_takes_a_place()
    {
        Write("in/a.xml", "<p>one</p>");
        Write("in/a.xhtml", "<p>two</p>");
        Write("in/b.xml", "<p>three</p>");
        Write("md/a.md", "what stood there\n");
        var report = await RunAsync(ConvertFormat.Storage, "in", "md");
        report.Diagnostics.Select(diagnostic => (diagnostic.Code.Id, diagnostic.Path, diagnostic.Message)).ShouldBe(
        [
            ("DOC0513", "a.xhtml", "a.xhtml and a.xml would all become a.md"),
            ("DOC0513", "a.xml", "a.xhtml and a.xml would all become a.md"),
        ]);
        Read("md/a.md").ShouldBe("what stood there\n");
        Read("md/b.md").ShouldBe("three\n");
    }

    [Fact]
    public async Task Of_two_pages_that_a_document_may_belong_to_none_is_guessed()
    {
        Write("md/a.md", "one\n");
        Write("in/a.xml", "<p>one</p>");
        Write("in/a.xhtml", "<p>two</p>");
        var report = await RunAsync(ConvertFormat.Markdown, "md", "out", "in");
        report.Diagnostics.ShouldHaveSingleItem().Message.ShouldBe("a.xhtml and a.xml of --base are all called as this file is");
        Files("out").ShouldBe(["report.json"]);
    }

    [Theory]
    [InlineData("in", "--out is the same folder as --in")]
    [InlineData("in/", "--out is the same folder as --in")]
    [InlineData("md/../in", "--out is the same folder as --in")]
    [InlineData("in/below/it", "--out lies within --in")]
    [InlineData(".", "--in lies within --out")]
    [InlineData("link", "--out is the same folder as --in")]
    [InlineData("link/new", "--out lies within --in")]
    [InlineData("in/a.xml", "{0} is a file")]
    [InlineData("loop", "{0} is a file")]
    public async Task A_folder_that_is_read_is_not_written(string target, string message)
    {
        Write("in/a.xml", "<p>one</p>");
        Directory.CreateSymbolicLink(At("link"), At("in"));
        Directory.CreateSymbolicLink(At("loop"), At("loop"));
        var refusal = await Should.ThrowAsync<PipelineException>(() => RunAsync(ConvertFormat.Storage, "in", target));
        refusal.ExitCode.ShouldBe(ExitCode.WrongCommandLine);
        refusal.Diagnostics.ShouldHaveSingleItem().Message.ShouldBe(string.Format(message, At(target)));
        Files("in").ShouldBe(["a.xml"]);
    }

    [Theory]
    [InlineData("pages", "--out is the same folder as --base")]
    [InlineData("pages/new", "--out lies within --base")]
    public async Task The_pages_that_are_edited_are_not_written_over(string target, string message)
    {
        Write("md/a.md", "one\n");
        Write("pages/a.xml", "<p>one</p>");
        var refusal = await Should.ThrowAsync<PipelineException>(() => RunAsync(ConvertFormat.Markdown, "md", target, "pages"));
        refusal.Diagnostics.ShouldHaveSingleItem().Message.ShouldBe(message);
    }

    [Fact]
    public async Task Pages_and_documents_may_lie_side_by_side()
    {
        Write("in/a.md", "one edited\n");
        Write("in/a.xml", "<p local-id=\"1\">one</p>");
        await RunAsync(ConvertFormat.Markdown, "in", "out", "in");
        Read("out/a.xml").ShouldBe("<p local-id=\"1\">one edited</p>");
    }

    [Fact]
    public async Task One_run_at_a_time_writes_to_a_folder()
    {
        Write("in/a.xml", "<p>one</p>");
        using (OutputFolder.Open(At("md")))
        {
            var refusal = await Should.ThrowAsync<PipelineException>(() => RunAsync(ConvertFormat.Storage, "in", "md"));
            refusal.Diagnostics.ShouldHaveSingleItem().Code.Id.ShouldBe("DOC0510");
        }

        await RunAsync(ConvertFormat.Storage, "in", "md");
        Files("md").ShouldBe(["a.md", "report.json"]);
    }

    [Fact]
    public async Task A_result_that_cannot_be_put_in_its_place_leaves_no_half_of_it()
    {
        Write("in/a.xml", "<p>one</p>");
        Write("md/a.md/in the way", "");
        var report = await RunAsync(ConvertFormat.Storage, "in", "md");
        report.Diagnostics.ShouldHaveSingleItem().Code.Id.ShouldBe("DOC0510");
        Files("md").ShouldBe(["a.md/in the way", "report.json"]);
    }

    [Fact]
    public async Task A_folder_without_such_files_is_said_to_have_none()
    {
        Write("in/a.txt", "");
        var said = new List<string>();
        await new Converter().RunAsync(
            new ConvertRequest(ConvertFormat.Storage, ConvertFormat.Markdown, At("in"), At("md")), new Sink(said), CancellationToken.None);
        said[0].ShouldBe($"No file below {At("in")} ends with .xml or .xhtml: there is nothing to convert.");
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private Task<ConvertReport> RunAsync(ConvertFormat from, string source, string target, string? pages = null)
    {
        var to = from == ConvertFormat.Storage ? ConvertFormat.Markdown : ConvertFormat.Storage;
        var request = new ConvertRequest(from, to, At(source), At(target), pages is null ? null : At(pages));
        return new Converter().RunAsync(request, new Sink([]), CancellationToken.None);
    }

    private string At(string path) => Path.Combine(root, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    private string Read(string path) => File.ReadAllText(At(path));

    private IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(At(folder), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(At(folder), file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private sealed class Sink(List<string> lines) : IProgress<string>
    {
        public void Report(string value) => lines.Add(value);
    }
}
