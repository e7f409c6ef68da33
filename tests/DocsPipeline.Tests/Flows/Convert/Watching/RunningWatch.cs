using System.Collections.Concurrent;
using DocsPipeline.Flows.Convert;
using DocsPipeline.Flows.Convert.Watching;

namespace DocsPipeline.Tests.Flows.Convert.Watching;

/// <summary>A watch over real folders, and what it told so far. It is waited for as long as a busy machine may need.</summary>
internal sealed class RunningWatch : IAsyncDisposable, IProgress<WatchedChange>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string root = Directory.CreateTempSubdirectory("watch").FullName;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<WatchedChange> told = new();
    private Task running = Task.CompletedTask;

    /// <summary>What was told about files, in words.</summary>
    public IReadOnlyList<string> Told =>
        [.. told.Select(change => string.Join(' ', [change.Outcome, change.File, change.Output ?? "-", .. Codes(change)]))];

    public ConcurrentQueue<string> Said { get; } = new();

    /// <summary>Starts it, and comes back when it waits for changes.</summary>
    public async Task StartAsync(ConvertFormat from = ConvertFormat.Storage, string? pages = null)
    {
        var to = from == ConvertFormat.Storage ? ConvertFormat.Markdown : ConvertFormat.Storage;
        var request = new ConvertRequest(from, to, At("in"), At("out"), pages is null ? null : At(pages));
        var watch = new ConvertWatch(request, new Sink(Said), this);
        running = Task.Run(() => watch.RunAsync(stop.Token));
        await UntilAsync(() => running.IsCompleted || Said.Any(line => line.StartsWith("Waiting", StringComparison.Ordinal)));
        running.IsFaulted.ShouldBeFalse(running.Exception?.ToString());
    }

    /// <summary>Waits until a file of the output holds a text; null for no file.</summary>
    public Task HoldsAsync(string path, string? text) => UntilAsync(() => Read(path) == text);

    public Task SaidAsync(string part) => UntilAsync(() => Said.Any(line => line.Contains(part)));

    public Task ToldAsync(string line) => UntilAsync(() => Told.Contains(line));

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    public string? Read(string path)
    {
        try
        {
            return File.ReadAllText(At(path));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public string At(string path) => Path.Combine(root, path);

    public void Report(WatchedChange value) => told.Enqueue(value);

    /// <summary>As Ctrl-C does.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        // Stopped in the middle of a pass it says that it was; all else is a failure.
        await Task.WhenAny(running).WaitAsync(Patience);
        running.Exception.ShouldBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
        Directory.Delete(root, recursive: true);
    }

    /// <summary>Waits until something holds.</summary>
    public async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!holds())
        {
            patience.IsCancellationRequested.ShouldBeFalse($"told: {string.Join("; ", Told)}; said: {string.Join("; ", Said)}");
            await Task.Delay(20);
        }
    }

    private static IEnumerable<object> Codes(WatchedChange change) => change.Diagnostics.Select(diagnostic => diagnostic.Code);

    private sealed class Sink(ConcurrentQueue<string> lines) : IProgress<string>
    {
        public void Report(string value) => lines.Enqueue(value);
    }
}
