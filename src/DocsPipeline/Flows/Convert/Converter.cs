using DocsPipeline.Diagnostics;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Convert;

/// <summary>Storage format ⇄ Markdown for a folder of files, on all processors; one broken file never stops the others.</summary>
public sealed class Converter
{
    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
    };

    private static readonly ConversionOptions Options = new();

    private readonly StorageFormatToMarkdown toMarkdown = new();
    private readonly MarkdownToStorageFormat toStorage = new();

    /// <summary>Converts, and writes <c>report.json</c> beside the results.</summary>
    public async Task<ConvertReport> RunAsync(ConvertRequest request, IProgress<string> progress, CancellationToken cancellation)
    {
        Check(request);
        var files = Files(request.In, request.From == ConvertFormat.Storage ? "*.xml" : "*.md");
        var count = files.Length == 1 ? "1 file" : $"{files.Length} files";
        progress.Report($"Converting {count} from {Name(request.From)} to {Name(request.To)}.");
        Directory.CreateDirectory(request.Out);
        using var file = new ConvertReportFile(Path.Combine(request.Out, "report.json"), files.Length);
        await OnAllProcessors(files.Length, number => file.Add(number, One(request, files[number])), cancellation);
        var report = file.Finish();
        progress.Report($"{files.Length - report.Failed} converted, {report.Failed} with errors; report.json says what became of each.");
        return report;
    }

    private static void Check(ConvertRequest request)
    {
        var fault = request.From == request.To ? "--from and --to name the same format"
            : request.Base is not null && request.To == ConvertFormat.Markdown ? "--base is for --to storage"
            : !Directory.Exists(request.In) ? $"folder {request.In} does not exist"
            : request.Base is not null && !Directory.Exists(request.Base) ? $"folder {request.Base} does not exist"
            : null;
        if (fault is not null)
        {
            var diagnostic = Catalogue.Configuration.CommandLineIsWrong.At("command line", SourceSpan.Start, fault);
            throw new PipelineException(ExitCode.WrongCommandLine, diagnostic);
        }
    }

    /// <summary>
    /// Paths below a folder, with <c>/</c>, in ordinal order. A list of many thousand is short: no file takes more than its name.
    /// </summary>
    private static string[] Files(string folder, string pattern)
    {
        var below = Path.Join(folder, "x").Length - 1;
        string[] files = [.. Directory.EnumerateFiles(folder, pattern, Below)
            .Select(file => file[below..].Replace(Path.DirectorySeparatorChar, '/'))];
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }

    private static string Name(ConvertFormat format) => format == ConvertFormat.Storage ? "storage format" : "Markdown";

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

    private ConvertedDocument One(ConvertRequest request, string file)
    {
        try
        {
            var text = Utf8File.Read(Path.Combine(request.In, file));
            var (output, report, findings, firstLine) = request.To == ConvertFormat.Markdown
                ? ToMarkdown(text)
                : ToStorage(request, file, text);
            if (output is not null)
            {
                var extension = request.To == ConvertFormat.Markdown ? ".md" : ".xml";
                Utf8File.Write(Path.Combine(request.Out, Path.ChangeExtension(file, extension)), output);
            }

            return new ConvertedDocument(file, output is not null, report.Converted, report.Preserved, report.Dropped,
                findings.Count == 0 ? [] : [.. findings.In(file, firstLine).Order(Diagnostic.Order)]);
        }
        catch (Exception exception) when (Utf8File.Fault(exception, file) is { } fault)
        {
            return new ConvertedDocument(file, Ok: false, 0, 0, 0, [fault]);
        }
    }

    private Outcome ToMarkdown(string text)
    {
        var result = toMarkdown.Convert(text.TrimStart(Utf8File.Mark), Options);
        return new Outcome(result.Markdown, result.Report, result.Findings);
    }

    private Outcome ToStorage(ConvertRequest request, string file, string text)
    {
        var page = request.Base is null ? null : Path.Combine(request.Base, Path.ChangeExtension(file, ".xml"));
        var storage = page is not null && File.Exists(page) ? Utf8File.Read(page) : null;
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
