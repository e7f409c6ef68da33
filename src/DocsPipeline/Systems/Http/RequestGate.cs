namespace DocsPipeline.Systems.Http;

/// <summary>
/// The door that all requests of one system go through: so many at a time, and none at all while the system has asked for a rest. One
/// request that is told to wait holds back the others too; they would only spend what is left of the limit.
/// </summary>
internal sealed class RequestGate(int atOnce, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim places = new(atOnce);
    private long opensAt = DateTimeOffset.MinValue.UtcTicks;

    /// <summary>Waits for a place and for the end of a rest; disposing the result frees the place.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            while (Remaining() is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, clock, cancellation);
            }

            return new Turn(places);
        }
        catch
        {
            places.Release();
            throw;
        }
    }

    /// <summary>Lets nobody in before then; a shorter rest than one that is already kept changes nothing.</summary>
    public void Close(TimeSpan rest)
    {
        var until = (clock.GetUtcNow() + rest).UtcTicks;
        for (var known = Volatile.Read(ref opensAt); known < until;)
        {
            var seen = Interlocked.CompareExchange(ref opensAt, until, known);
            known = seen == known ? until : seen;
        }
    }

    public void Dispose() => places.Dispose();

    private TimeSpan Remaining() => TimeSpan.FromTicks(Volatile.Read(ref opensAt) - clock.GetUtcNow().UtcTicks);

    private sealed class Turn(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
