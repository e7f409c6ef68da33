using DocsPipeline.Sandbox.TradingGrid.Cases;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>A person who signs in for a partner. Found by e-mail address, in lower case.</summary>
internal sealed record PortalUser : Resource
{
    public required string Email { get; init; }

    public required string Name { get; init; }

    public required string PartnerId { get; init; }

    /// <summary>business, technical or escalation.</summary>
    public required string Role { get; init; }

    public required string PasswordHash { get; init; }

    public Person Person() => new(Id, Name, Email);

    public Actor Actor() => new("partner-user", Id, null, PartnerId);
}
