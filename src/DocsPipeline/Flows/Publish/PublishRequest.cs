using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Sync.Planning;

namespace DocsPipeline.Flows.Publish;

/// <summary>
/// What to publish: the head of the published branch. <see cref="Check"/> validates the files of that commit (Validate is a flow of its own, and flows do not
/// know each other); <see cref="PlanFile"/> is a saved plan that must still fit exactly.
/// </summary>
public sealed record PublishRequest(Func<IReadOnlyList<ContentFile>, IReadOnlyList<Diagnostic>> Check)
{
    public string? PlanFile { get; init; }
}
