namespace DocsPipeline.Systems.TradingGrid;

/// <summary>A partner user confirmed a revision. It never changes: the contract gives it no version, so it stays the first.</summary>
public sealed record Acknowledgement(
    string Id, string Document, int Revision, string PartnerId, Person User, DateTimeOffset At, int Version = 1)
    : PartnerItem(Id, Version);
