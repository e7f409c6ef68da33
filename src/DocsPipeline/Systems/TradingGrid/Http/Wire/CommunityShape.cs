namespace DocsPipeline.Systems.TradingGrid.Http.Wire;

internal sealed record CommunityShape(CapabilityFlags Capabilities)
{
    // By HTTP an inventory can always be asked for: the contract has no flag for it.
    public IReadOnlySet<Capability> ToSet() => new (Capability Capability, bool Has)[]
    {
        (Capability.Inventory, true),
        (Capability.PartnerAudiences, Capabilities.PerPartnerAudience),
        (Capability.Attachments, Capabilities.Attachments),
        (Capability.Facts, Capabilities.Facts),
        (Capability.TestPlans, Capabilities.TestPlans),
        (Capability.Acknowledgements, Capabilities.Acknowledgements),
        (Capability.Supersession, Capabilities.Supersedes),
        (Capability.Events, Capabilities.Events),
    }.Where(pair => pair.Has).Select(pair => pair.Capability).ToHashSet();
}

internal sealed record CapabilityFlags(
    bool PerPartnerAudience,
    bool Attachments,
    bool Facts,
    bool TestPlans,
    bool Acknowledgements,
    bool Supersedes,
    bool Events);
