using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Partners;

/// <summary>Which groups and partners there are, and who an audience means.</summary>
internal sealed class Membership(GridStore store)
{
    /// <summary>Refuses names that mean nothing; <paramref name="pointer"/> is where the audience stands in the body.</summary>
    public void Demand(string community, Audience audience, string pointer)
    {
        var groups = store.All<PartnerGroup>(community).Select(group => group.Id).ToHashSet();
        var partners = store.All<Partner>(community).Select(partner => partner.Id).ToHashSet();
        List<FieldError> errors =
        [
            .. Unknown(audience.Groups, groups, $"{pointer}/groups", "group"),
            .. Unknown(audience.Partners, partners, $"{pointer}/partners", "partner"),
            .. Unknown(audience.Roles, Audience.RoleNames, $"{pointer}/roles", "role"),
        ];
        if (errors.Count > 0)
        {
            throw Problem.Body(errors);
        }
    }

    public void DemandPartner(string community, string partner, string pointer)
    {
        if (store.Find<Partner>(community, partner) is null)
        {
            throw Problem.Field(pointer, "unknown_partner", $"There is no partner \"{partner}\".");
        }
    }

    public object Resolve(string community, Audience audience)
    {
        var readers = store.All<Partner>(community)
            .Select(partner => (Partner: partner, Via: audience.Via(partner)))
            .Where(reader => reader.Via.Count > 0)
            .OrderBy(reader => reader.Partner.Id, StringComparer.Ordinal)
            .Select(reader => new { reader.Partner.Id, reader.Partner.Name, reader.Partner.Status, reader.Via })
            .ToList();
        return new { PartnerCount = readers.Count, Partners = readers };
    }

    public object Wire(string community, PartnerGroup group) => new
    {
        group.Id,
        group.Name,
        group.Description,
        group.Reserved,
        PartnerIds = store.All<Partner>(community).Where(partner => group.Reserved || partner.Groups.Contains(group.Id))
            .Select(partner => partner.Id).Order(StringComparer.Ordinal),
    };

    private static IEnumerable<FieldError> Unknown(
        IReadOnlyList<string> names, IReadOnlyCollection<string> known, string pointer, string what) =>
        names.Index().Where(name => !known.Contains(name.Item))
            .Select(name => new FieldError($"{pointer}/{name.Index}", $"unknown_{what}", $"There is no {what} \"{name.Item}\"."));
}
