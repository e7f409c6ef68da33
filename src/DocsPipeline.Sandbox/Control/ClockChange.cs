namespace DocsPipeline.Sandbox.Control;

/// <summary>
/// Either a new time (<see cref="Now"/>) or a step forwards or backwards in seconds (<see cref="AdvanceSeconds"/>); <see cref="Reset"/>
/// goes back to the machine's clock.
/// </summary>
internal sealed record ClockChange
{
    public DateTimeOffset? Now { get; init; }

    public double? AdvanceSeconds { get; init; }

    public bool Reset { get; init; }
}
