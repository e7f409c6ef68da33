using System.Diagnostics;

namespace DocsPipeline.Flows.Convert.Watching;

/// <summary>
/// Converts a folder and then, until it is stopped, whatever changes in it or among the pages. It compares what is there with what was
/// there when it last looked, and it looks before it converts: a change during a pass is found by the next one.
/// </summary>
public sealed class ConvertWatch(ConvertRequest request, IProgress<string> progress, IProgress<WatchedChange> told)
{
    /// <summary>How often it looks although no event came; on slow folders a twentieth of the time is spent on looking, not more.</summary>
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(2);

    private bool IsThere => Directory.Exists(request.In) && (request.Base is null || Directory.Exists(request.Base));

    /// <summary>
    /// Runs until it is cancelled: while it waits that is its end, in the middle of a pass the pass breaks off and its report says so.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        RequestCheck.Demand(request);
        using var output = OutputFolder.Open(request.Out);
        // It listens before it looks, so that nothing happens in between.
        using var signal = new ChangeSignal(request.Base is null ? [request.In] : [request.In, request.Base]);
        var pass = new WatchPass(request, output, told);
        var first = WatchedState.None(request).Next(request, DateTime.UtcNow);
        progress.Report(first.Inputs.Told);
        progress.Report((await pass.FirstAsync(first, cancellation)).Told);
        progress.Report("Waiting for changes; Ctrl-C ends it.");
        await WaitAsync(pass, signal, cancellation);
    }

    private async Task WaitAsync(WatchPass pass, ChangeSignal signal, CancellationToken cancellation)
    {
        var (wasThere, patience) = (true, LookAnyway);
        while (await HeardAsync(signal, patience, cancellation) is { } heard)
        {
            // A folder that is gone, as a drive that was unplugged, is not a folder whose files were all deleted.
            if (IsThere != wasThere)
            {
                wasThere = !wasThere;
                progress.Report(wasThere ? "The folder is back." : "A watched folder is gone; all results stay, and it is waited for.");
                signal.Listen();
            }

            var clock = Stopwatch.StartNew();
            var next = wasThere ? Look(pass.State) : null;
            patience = TimeSpan.FromTicks(Math.Max(LookAnyway.Ticks, 20 * clock.Elapsed.Ticks));
            if (next is not null && await pass.NextAsync(next, cancellation) && !heard)
            {
                // Something changed and no event said so.
                signal.Listen();
            }
        }
    }

    private WatchedState? Look(WatchedState before)
    {
        try
        {
            return before.Next(request, DateTime.UtcNow);
        }
        catch (IOException)
        {
            // It went away while it was looked at, which the next look finds.
            return null;
        }
    }

    private static async Task<bool?> HeardAsync(ChangeSignal signal, TimeSpan patience, CancellationToken cancellation)
    {
        try
        {
            return await signal.WaitAsync(patience, cancellation);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
