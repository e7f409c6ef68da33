using DocsPipeline.Sandbox.TradingGrid.Portal;

namespace DocsPipeline.Sandbox.TradingGrid.Seeding;

/// <summary>A partner's user together with the password that its hash was made of.</summary>
internal sealed record PortalAccount(PortalUser User, string Password);
