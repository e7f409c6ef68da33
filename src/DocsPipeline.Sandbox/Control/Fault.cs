namespace DocsPipeline.Sandbox.Control;

/// <summary>
/// What is to go wrong with the next calls of a route. With <see cref="Status"/> the sandbox answers that instead; with <see cref="Drop"/>
/// it closes the connection without an answer; with neither it only waits. <see cref="AfterEffect"/> lets the call happen first and spoils
/// only its answer.
/// </summary>
internal sealed record Fault
{
    /// <summary>A path with <c>*</c> (inside a segment) and <c>**</c> (anything).</summary>
    public required string Route { get; init; }

    /// <summary>An HTTP method; absent = every method.</summary>
    public string? Method { get; init; }

    /// <summary>How many matching calls are hit.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How many matching calls pass before the first is hit.</summary>
    public int Skip { get; init; }

    public int? Status { get; init; }

    public string? Body { get; init; }

    /// <summary>Headers of the answer; <c>Content-Type</c> is <c>application/json</c> unless given.</summary>
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>Milliseconds to wait before anything else.</summary>
    public int DelayMs { get; init; }

    public bool Drop { get; init; }

    public bool AfterEffect { get; init; }

    /// <summary>Why the fault makes no sense, or nothing.</summary>
    public string? Problem() => this switch
    {
        { Route: not ['/', ..] } => "route must start with /",
        { Times: < 1 } => "times must be at least 1",
        { Skip: < 0 } => "skip must not be negative",
        { DelayMs: < 0 or > 600_000 } => "delayMs must be between 0 and 600000",
        { Status: < 200 or > 599 } => "status must be between 200 and 599",
        { Status: not null, Drop: true } => "give either status or drop",
        { Status: null, Drop: false, DelayMs: 0 } => "give status, drop or delayMs",
        { Status: null, Body: not null } => "body needs a status",
        _ => null,
    };
}
