namespace DocsPipeline.Systems.Http;

/// <summary>What all clients of a run share: the clock, the request count, and in tests a handler in place of the network.</summary>
public sealed record Transport
{
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public RequestLog Log { get; init; } = new();

    /// <summary>Replaces the network; never disposed by the clients.</summary>
    public HttpMessageHandler? Handler { get; init; }

    public RetryBudget Retry { get; init; } = new();

    /// <summary>Requests in flight to one system at a time, at least 1; what workers want beyond that waits.</summary>
    public int AtOnce { get; init; } = 8;
}

/// <summary>How long to insist: at most <see cref="Attempts"/> repeats, no single wait above <see cref="LongestWait"/>.</summary>
public sealed record RetryBudget
{
    public int Attempts { get; init; } = 4;

    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// A server that asks for more is answered with an error at once: a run that sleeps an hour looks like one that hangs.
    /// </summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(100);
}
