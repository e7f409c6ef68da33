namespace DocsPipeline.Sandbox.Control;

/// <summary>
/// The last requests to the three systems, in memory only. Requests to the control interface and the dashboard are not in it.
/// </summary>
internal sealed class RequestLog
{
    private const int Capacity = 50_000;

    private readonly Lock gate = new();
    private readonly Queue<RecordedRequest> requests = new();
    private long last;

    public void Add(Func<long, RecordedRequest> make)
    {
        lock (gate)
        {
            requests.Enqueue(make(++last));
            if (requests.Count > Capacity)
            {
                requests.Dequeue();
            }
        }
    }

    /// <summary>In the order of their answers.</summary>
    public IReadOnlyList<RecordedRequest> All()
    {
        lock (gate)
        {
            return [.. requests];
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            requests.Clear();
        }
    }
}
