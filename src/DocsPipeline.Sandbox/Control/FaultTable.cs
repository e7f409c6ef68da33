namespace DocsPipeline.Sandbox.Control;

/// <summary>The faults in force, in the order they were asked for; one call is hit by the first that matches.</summary>
internal sealed class FaultTable
{
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];

    /// <summary>The faults in force with how often each still skips and hits.</summary>
    public IReadOnlyList<Fault> All()
    {
        lock (gate)
        {
            return [.. entries.Select(entry => entry.Fault)];
        }
    }

    public void Add(Fault fault)
    {
        lock (gate)
        {
            entries.Add(new Entry(fault, new RoutePattern(fault.Route)));
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            entries.Clear();
        }
    }

    public Fault? Take(string method, string path)
    {
        lock (gate)
        {
            for (var index = 0; index < entries.Count; index++)
            {
                var (fault, pattern) = entries[index];
                if ((fault.Method is not null && !fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
                    || !pattern.Matches(path))
                {
                    continue;
                }

                if (fault.Skip > 0)
                {
                    entries[index] = new Entry(fault with { Skip = fault.Skip - 1 }, pattern);
                    continue;
                }

                if (fault.Times == 1)
                {
                    entries.RemoveAt(index);
                }
                else
                {
                    entries[index] = new Entry(fault with { Times = fault.Times - 1 }, pattern);
                }

                return fault;
            }

            return null;
        }
    }

    private sealed record Entry(Fault Fault, RoutePattern Pattern);
}
