using DocsPipeline.Sandbox.TradingGrid.Contract;
using static DocsPipeline.Sandbox.TradingGrid.Contract.Shape;

namespace DocsPipeline.Sandbox.TradingGrid.Partners;

/// <summary>Who reads: members of groups and partners together, narrowed to roles. No groups and no partners = nobody.</summary>
internal sealed record Audience
{
    public static IReadOnlyList<string> RoleNames { get; } = ["business", "technical", "escalation"];

    public static Shape Shape { get; } = Object(
        May("groups", List(Text(1, 60), 50)), May("partners", List(Text(1, 60), 200)), May("roles", List(Text(1, 60), 10)));

    public IReadOnlyList<string> Groups { get; init; } = [];

    public IReadOnlyList<string> Partners { get; init; } = [];

    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>By what the partner belongs to the readers; empty = it does not.</summary>
    public IReadOnlyList<string> Via(Partner partner) => !partner.Reads ? [] :
    [
        .. Groups.Where(group => group == PartnerGroup.Everyone || partner.Groups.Contains(group)).Select(group => $"group:{group}"),
        .. Partners.Where(id => id == partner.Id).Select(id => $"partner:{id}"),
    ];

    public bool Includes(Partner partner, string role) => Via(partner).Count > 0 && (Roles.Count == 0 || Roles.Contains(role));
}
