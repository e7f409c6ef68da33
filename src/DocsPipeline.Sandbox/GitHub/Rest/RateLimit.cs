using System.Collections.Concurrent;

namespace DocsPipeline.Sandbox.GitHub.Rest;

/// <summary>
/// The primary limit of 5,000 requests an hour for each account (60 without one), 30 searches a minute (10 without one), and the
/// secondary limit of 80 content-creating requests a minute, which is off until the control interface switches it on. Both forget on
/// restart, as nobody depends on them.
/// </summary>
internal sealed class RateLimit(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Window> hours = new();
    private readonly ConcurrentDictionary<string, Window> minutes = new();
    private readonly ConcurrentDictionary<string, Window> searches = new();

    /// <summary>Content-creating requests a minute; null = no secondary limit.</summary>
    public int? Secondary { get; set; }

    /// <summary>Requests an hour with an account.</summary>
    public int Primary { get; set; } = 5000;

    public void Reset()
    {
        (Secondary, Primary) = (null, 5000);
        hours.Clear();
        minutes.Clear();
        searches.Clear();
    }

    public Taken Take(string? login, int cost = 1)
    {
        var window = Current(hours, login ?? "", TimeSpan.FromHours(1));
        return new Taken("core", window, login is null ? 60 : Primary, window.Add(cost));
    }

    public Taken Search(string? login, int cost = 1)
    {
        var window = Current(searches, login ?? "", TimeSpan.FromMinutes(1));
        return new Taken("search", window, login is null ? 10 : 30, window.Add(cost));
    }

    /// <summary>Seconds to wait, or null where the request may create something.</summary>
    public int? Block(string login)
    {
        var window = Current(minutes, login, TimeSpan.FromMinutes(1));
        return Secondary is { } limit && window.Add(1) > limit
            ? Math.Max(1, (int)Math.Ceiling((window.End - clock.GetUtcNow()).TotalSeconds))
            : null;
    }

    private Window Current(ConcurrentDictionary<string, Window> windows, string key, TimeSpan length)
    {
        var now = clock.GetUtcNow();
        return windows.AddOrUpdate(
            key,
            _ => new Window(now + length),
            (_, window) => window.End <= now || window.End > now + length ? new Window(now + length) : window);
    }

    internal sealed class Window(DateTimeOffset end)
    {
        private int used;

        public DateTimeOffset End { get; } = end;

        public int Used => used;

        public int Add(int cost) => Interlocked.Add(ref used, cost);
    }

    /// <summary>One request, counted.</summary>
    internal sealed class Taken(string resource, Window window, int limit, int used)
    {
        private int used = used;

        public string Resource => resource;

        public int Limit => limit;

        public int Used => Math.Min(used, limit);

        public int Remaining => Math.Max(limit - used, 0);

        public long Reset => window.End.ToUnixTimeSeconds();

        public bool IsExceeded => used > limit;

        /// <summary>An answer of 304 costs nothing.</summary>
        public void GiveBack() => used = window.Add(-1);
    }
}
