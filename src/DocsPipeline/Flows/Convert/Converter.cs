using DocsPipeline.Diagnostics;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Convert;

/// <summary>Storage format ⇄ Markdown for a folder of files, on all processors; one broken file never stops the others.</summary>
public sealed class Converter
{
    private static readonly ConversionOptions Options = new();

    private readonly StorageFormatToMarkdown toMarkdown = new();
    private readonly MarkdownToStorageFormat toStorage = new();

    /// <summary>Converts, and writes <c>report.json</c> beside the results.</summary>
    public async Task<ConvertReport> RunAsync(ConvertRequest request, IProgress<string> progress, CancellationToken cancellation)
    {
        RequestCheck.Demand(request);
        var inputs = ConvertInputs.Find(request);
        progress.Report(inputs.Told);
        using var output = OutputFolder.Open(request.Out);
        var report = await ReportAsync(inputs, output, file => One(request, inputs, output, file), cancellation);
        progress.Report(report.Told);
        return report;
    }

    /// <summary>Asks for the outcome of every file, on all processors, and writes the report of them.</summary>
    internal static async Task<ConvertReport> ReportAsync(
        ConvertInputs inputs, OutputFolder folder, Func<string, ConvertedDocument> outcomeOf, CancellationToken cancellation)
    {
        using var report = new ConvertReportFile(folder, inputs.Files.Count);
        await OnAllProcessors(inputs.Files.Count, number => report.Add(number, outcomeOf(inputs.Files[number])), cancellation);
        return report.Finish();
    }

    /// <summary>
    /// Does something for each number, on a thread for each processor. Whoever stops it, no number is left half done.
    /// </summary>
    private static async Task OnAllProcessors(int count, Action<int> work, CancellationToken cancellation)
    {
        var taken = -1;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var workers = Enumerable.Range(0, Math.Min(count, Environment.ProcessorCount))
            .Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        await Task.WhenAll([.. workers]);
        cancellation.ThrowIfCancellationRequested();

        void Work()
        {
            try
            {
                while (!stop.IsCancellationRequested && Interlocked.Increment(ref taken) is var number && number < count)
                {
                    work(number);
                }
            }
            catch
            {
                stop.Cancel();
                throw;
            }
        }
    }

    /// <summary>Converts one file and writes what it becomes; what is wrong with it is told, and stands in the way of no other.</summary>
    internal ConvertedDocument One(ConvertRequest request, ConvertInputs inputs, OutputFolder folder, string file)
    {
        try
        {
            if (inputs.Clash(file) is { } clash)
            {
                return ConvertedDocument.Refused(file, clash);
            }

            var text = Utf8File.Read(Path.Combine(request.In, file));
            var (output, report, findings, firstLine) = request.To == ConvertFormat.Markdown
                ? ToMarkdown(text)
                : ToStorage(request, inputs.PageOf(file), text);
            if (output is not null)
            {
                folder.Write(inputs.OutputOf(file), output);
            }

            return new ConvertedDocument(file, output is not null, report.Converted, report.Preserved, report.Dropped,
                findings.Count == 0 ? [] : [.. findings.In(file, firstLine).Order(Diagnostic.Order)]);
        }
        catch (Exception exception) when (Utf8File.Fault(exception, file) is { } fault)
        {
            return ConvertedDocument.Refused(file, fault);
        }
    }

    private Outcome ToMarkdown(string text)
    {
        var result = toMarkdown.Convert(text.TrimStart(Utf8File.Mark), Options);
        return new Outcome(result.Markdown, result.Report, result.Findings);
    }

    private Outcome ToStorage(ConvertRequest request, string? page, string text)
    {
        var storage = page is not null ? Utf8File.Read(Path.Combine(request.Base!, page)) : null;
        var markdown = text.TrimStart(Utf8File.Mark);
        var body = WithoutFrontMatter(markdown);
        var result = toStorage.Convert(body, storage?.TrimStart(Utf8File.Mark), Options);
        var firstLine = markdown.AsSpan().Count('\n') - body.AsSpan().Count('\n') + 1;
        var mark = storage is not null && storage.StartsWith(Utf8File.Mark) ? Utf8File.Mark.ToString() : "";
        return new Outcome(result.Storage is null ? null : mark + result.Storage, result.Report, result.Findings, firstLine);
    }

    /// <summary>Front matter is a document's, not its page body's.</summary>
    private static string WithoutFrontMatter(string text)
    {
        if (!text.StartsWith("---", StringComparison.Ordinal))
        {
            return text;
        }

        var lines = text.ReplaceLineEndings("\n");
        var end = lines.StartsWith("---\n", StringComparison.Ordinal) ? lines.IndexOf("\n---\n", 3, StringComparison.Ordinal) : -1;
        // A rule at the top of a page looks the same, but for the blank line that follows every rule.
        return end > 0 && lines[4] != '\n'
            && lines[4..end].Split('\n').All(line => line.Length == 0 || line[0] is ' ' or '-' or '#' || line.Contains(':'))
            ? lines[(end + 5)..].TrimStart('\n')
            : text;
    }

    /// <param name="FirstLine">Where in the file what was converted begins.</param>
    private sealed record Outcome(
        string? Output, ConversionReport Report, IReadOnlyList<ConversionFinding> Findings, int FirstLine = 1);
}
