namespace DocsPipeline.Flows.Publish;

/// <summary>
/// What to publish: the head of the published branch. <see cref="PlanFile"/> is a saved plan that must still fit exactly.
/// </summary>
public sealed record PublishRequest
{
    public string? PlanFile { get; init; }
}
