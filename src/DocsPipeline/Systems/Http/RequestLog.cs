using System.Collections.Concurrent;

namespace DocsPipeline.Systems.Http;

/// <summary>Counts what was asked of each system, so that a second run can show that it wrote nothing. Safe for concurrent use.</summary>
public sealed class RequestLog
{
    private readonly ConcurrentDictionary<string, RequestCount> counts = new(StringComparer.Ordinal);

    /// <summary>By system name (<c>Confluence</c>, <c>GitHub</c>, <c>Trading Grid</c>, <c>git</c>), in alphabetical order.</summary>
    public IReadOnlyDictionary<string, RequestCount> Counts => new SortedDictionary<string, RequestCount>(counts, StringComparer.Ordinal);

    public int Requests => counts.Values.Sum(count => count.Requests);

    public int Writes => counts.Values.Sum(count => count.Writes);

    /// <summary>Counted when the request leaves, repeats included: a write whose answer was lost is a write.</summary>
    public void Add(string system, bool write) => counts.AddOrUpdate(
        system,
        _ => new RequestCount(1, write ? 1 : 0),
        (_, count) => new RequestCount(count.Requests + 1, count.Writes + (write ? 1 : 0)));
}

/// <summary>Requests sent, and how many of them could change something.</summary>
public readonly record struct RequestCount(int Requests, int Writes);
