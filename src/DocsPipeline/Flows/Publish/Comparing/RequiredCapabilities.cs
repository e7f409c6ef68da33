using DocsPipeline.Diagnostics;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Publish.Comparing;

/// <summary>What publications ask of a community that not every community, or way to reach it, can do. Pure.</summary>
internal static class RequiredCapabilities
{
    private static readonly (Capability Capability, Func<GridDraft, bool> IsNeeded, string Words)[] OfDrafts =
    [
        (Capability.PartnerAudiences, draft => draft.Audience.Partners.Count > 0, "let single partners read"),
        (Capability.Attachments, draft => draft.Attachments.Count > 0, "take attachments"),
        (Capability.Facts, draft => draft.Facts.Count > 0, "show fields beside the text"),
        (Capability.TestPlans, draft => draft.TestPlan is not null, "take test results"),
        (Capability.Acknowledgements, draft => draft.AcknowledgementRequired, "ask for acknowledgements"),
        (Capability.Supersession, draft => draft.Supersedes.Count > 0, "put a document in the place of another"),
    ];

    /// <summary>One diagnostic (DOC0910) for each thing that a document needs and its community cannot do.</summary>
    public static IEnumerable<Diagnostic> Missing(
        string community, IReadOnlySet<Capability> capabilities, IReadOnlyList<DesiredPublication> desired)
    {
        if (!capabilities.Contains(Capability.Inventory))
        {
            yield return Catalogue.Systems.CapabilityIsMissing.At(
                $"community {community}", SourceSpan.Start, $"community {community} cannot say what it holds");
        }

        foreach (var publication in desired.Where(publication => publication.Community == community))
        {
            foreach (var (capability, isNeeded, words) in OfDrafts)
            {
                if (!capabilities.Contains(capability) && isNeeded(publication.Draft))
                {
                    yield return Catalogue.Systems.CapabilityIsMissing.At(
                        publication.Document.Path, SourceSpan.Start, $"community {community} cannot {words}");
                }
            }
        }
    }
}
