using System.Diagnostics;

namespace DocsPipeline.Flows.Convert.Watching;

/// <summary>
/// Says that something changed somewhere below some folders, never what: whoever hears it looks for himself. An event that the system
/// loses, or never sends, as for folders on a network, is made up for by looking now and then anyway.
/// </summary>
internal sealed class ChangeSignal : IDisposable
{
    /// <summary>An editor saves in several steps, a checkout writes many files: what follows so soon belongs to it.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);

    /// <summary>Changes that do not end are looked at after this time.</summary>
    private static readonly TimeSpan LongestBurst = TimeSpan.FromSeconds(2);

    private readonly IReadOnlyList<string> folders;
    private readonly SemaphoreSlim heard = new(0);
    private readonly List<FileSystemWatcher> watchers = [];
    private volatile bool isDeaf;

    public ChangeSignal(IEnumerable<string> folders)
    {
        this.folders = [.. folders];
        Listen();
    }

    /// <summary>Waits until something changed and no more does, or until it is time to look anyway.</summary>
    /// <returns>Whether it was an event.</returns>
    public async Task<bool> WaitAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var changed = await heard.WaitAsync(patience, cancellation);
        var burst = Stopwatch.StartNew();
        while (changed && burst.Elapsed < LongestBurst && await heard.WaitAsync(Quiet, cancellation))
        {
        }

        if (isDeaf)
        {
            Listen();
        }

        return changed;
    }

    /// <summary>Begins anew: a folder that was taken away and is back sends its events to nobody.</summary>
    public void Listen()
    {
        watchers.ForEach(watcher => watcher.Dispose());
        watchers.Clear();
        isDeaf = false;
        foreach (var folder in folders.Where(Directory.Exists))
        {
            try
            {
                watchers.Add(Watcher(folder));
            }
            catch (Exception fault) when (fault is IOException or ArgumentException)
            {
                // No more watches to be had, or the folder vanished just now: looking now and then has to do.
            }
        }
    }

    public void Dispose()
    {
        watchers.ForEach(watcher => watcher.Dispose());
        heard.Dispose();
    }

    private FileSystemWatcher Watcher(string folder)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += (_, _) => Hear();
        watcher.Created += (_, _) => Hear();
        watcher.Deleted += (_, _) => Hear();
        watcher.Renamed += (_, _) => Hear();
        watcher.Error += (_, _) =>
        {
            isDeaf = true;
            Hear();
        };
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    // One that waits is enough, however many events there were.
    private void Hear()
    {
        try
        {
            if (heard.CurrentCount == 0)
            {
                heard.Release();
            }
        }
        catch (ObjectDisposedException)
        {
            // The last event of a watcher that ends.
        }
    }
}
