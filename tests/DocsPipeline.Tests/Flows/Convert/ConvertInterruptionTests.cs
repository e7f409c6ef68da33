using System.Diagnostics;
using System.Text.Json;
using Build;
using DocsPipeline.Tests.Build.Scripts;

namespace DocsPipeline.Tests.Flows.Convert;

/// <summary>The real program, ended in the middle of a folder: what it leaves can be read, and every document is whole.</summary>
public sealed class ConvertInterruptionTests : IDisposable
{
    private const int Pages = 1500;
    private const int Paragraphs = 400;

    private readonly string root = Directory.CreateTempSubdirectory("interrupted").FullName;

    public ConvertInterruptionTests()
    {
        Directory.CreateDirectory(In);
        var lines = Enumerable.Range(0, Paragraphs).Select(number => $"<p>Send an <strong>850</strong>, number {number}.</p>");
        var page = string.Concat(lines);
        for (var number = 0; number < Pages; number++)
        {
            File.WriteAllText(Path.Combine(In, $"{number:0000}.xml"), page);
        }
    }

    [Fact]
    public async Task A_run_that_is_killed_leaves_a_report_that_says_so_and_nothing_half_written()
    {
        using (var killed = await InTheMiddleAsync())
        {
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        ReadReport().ShouldSatisfyAllConditions(
            report => report.Complete.ShouldBeFalse(),
            report => report.Documents.ShouldBeInRange(64, Pages - 1));
        EveryDocumentIsWhole();

        var again = await ScriptRun.OfAsync(Start());
        again.ExitCode.ShouldBe(0, again.Error);
        ReadReport().ShouldBe((Pages, true));
        Directory.EnumerateFileSystemEntries(Out).Count().ShouldBe(Pages + 1);
    }

    [Fact]
    public async Task A_run_that_is_told_to_stop_reports_what_it_has_done()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var stopped = await InTheMiddleAsync();
        using (var polite = Process.Start("kill", ["-TERM", stopped.Id.ToString()]))
        {
            await polite.WaitForExitAsync();
        }

        await stopped.WaitForExitAsync();
        stopped.ExitCode.ShouldBe(130);
        var (documents, complete) = ReadReport();
        complete.ShouldBeFalse();
        documents.ShouldBe(Directory.EnumerateFiles(Out, "*.md").Count());
        EveryDocumentIsWhole();
        Directory.EnumerateFileSystemEntries(Out).Count().ShouldBe(documents + 1);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string In => Path.Combine(root, "in");

    private string Out => Path.Combine(root, "out");

    private ProcessStartInfo Start() => new(
        "dotnet",
        [typeof(BuildContext).Assembly.Location, "convert", "--from", "storage", "--to", "markdown", "--in", In, "--out", Out]);

    /// <summary>The program, as soon as its report names a document, long before its last one.</summary>
    private async Task<Process> InTheMiddleAsync()
    {
        var start = Start();
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var process = Process.Start(start)!;
        while (!process.HasExited && !(File.Exists(Path.Combine(Out, "report.json")) && ReadReport().Documents > 0))
        {
            await Task.Delay(1);
        }

        process.HasExited.ShouldBeFalse();
        return process;
    }

    private (int Documents, bool Complete) ReadReport()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Out, "report.json")));
        return (json.RootElement.GetProperty("documents").GetArrayLength(), json.RootElement.GetProperty("complete").GetBoolean());
    }

    private void EveryDocumentIsWhole()
    {
        var texts = Directory.EnumerateFiles(Out, "*.md").Select(File.ReadAllText).ToList();
        texts.ShouldNotBeEmpty();
        texts.ShouldAllBe(text => text.EndsWith($"number {Paragraphs - 1}.\n"));
    }
}
