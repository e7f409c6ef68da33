namespace DocsPipeline.Systems.TradingGrid;

/// <summary>
/// What a community, or the adapter that reaches it, may be unable to do. A flow asks before its first write, and refuses with DOC0910 what
/// needs more.
/// </summary>
public enum Capability
{
    /// <summary>Says completely what it holds; without that nothing can be compared or withdrawn.</summary>
    Inventory,

    /// <summary>Lets single partners read, not only groups.</summary>
    PartnerAudiences,

    Attachments,

    /// <summary>Shows partner-facing fields beside the text.</summary>
    Facts,

    TestPlans,

    /// <summary>Asks partner users to confirm that they have read.</summary>
    Acknowledgements,

    /// <summary>Puts a document in the place of an older one.</summary>
    Supersession,

    /// <summary>Tells what partners do; without that nothing can be imported.</summary>
    Events,
}
