using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.TradingGrid.Partners;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Seeding;

/// <summary>The sample world: Halden Retail and its three suppliers. Documents and cases come by the story.</summary>
internal static class GridSeed
{
    public const string Community = "halden-suppliers";

    private static readonly PartnerGroup[] Groups =
    [
        new() { Id = PartnerGroup.Everyone, Name = "Everyone", Description = "All partners of the community." },
        new() { Id = "new-suppliers", Name = "New suppliers", Description = "Partners that are being set up or tested." },
        new() { Id = "x12-suppliers", Name = "X12 suppliers", Description = "Suppliers that exchange ANSI X12 004010." },
        new() { Id = "edifact-suppliers", Name = "EDIFACT suppliers", Description = "Suppliers that exchange UN/EDIFACT D.96A." },
        new() { Id = "carriers", Name = "Carriers", Description = "Carriers that receive load tenders and send status messages." },
    ];

    private static readonly Partner[] Partners =
    [
        new()
        {
            Id = "acme",
            Name = "Acme Tools",
            Status = "active",
            Region = "NA",
            Groups = ["x12-suppliers"],
            EdiAddresses = [new("X12", "12", "5551230001", "production"), new("X12", "12", "5551230001T", "test")],
            ServiceContacts = [new("Anna Adler", "anna@acme.example", "+1 555 0100", "technical", ["arrival", "fa_delinquency"])],
        },
        new()
        {
            Id = "borealis",
            Name = "Borealis Foods",
            Status = "testing",
            Region = "EU",
            Groups = ["new-suppliers", "edifact-suppliers"],
            EdiAddresses = [new("EDIFACT", "14", "5790000000001", "production"), new("EDIFACT", "14", "5790000000018", "test")],
            ServiceContacts = [new("Bo Berg", "bo@borealis.example", "+47 555 0200", "technical", ["incoming_document"])],
        },
        new()
        {
            Id = "cobalt",
            Name = "Cobalt Freight",
            Status = "onboarding",
            Region = "EU",
            Groups = ["new-suppliers", "carriers"],
            EdiAddresses = [new("X12", "02", "CBLT", "production"), new("X12", "ZZ", "CBLTTEST", "test")],
            ServiceContacts = [new("Cleo Costa", "cleo@cobalt.example", null, "business", ["mailbox_outbound_error"])],
        },
    ];

    public static void Seed(Grid grid)
    {
        if (grid.Communities().Count > 0)
        {
            return;
        }

        grid.Store.Add(
            new Community { Id = Community, Name = "Halden suppliers", Sponsor = new("halden", "Halden Retail") }, new Keys(Community));
        foreach (var group in Groups)
        {
            grid.Store.Add(group, new Keys(Community));
        }

        foreach (var partner in Partners)
        {
            grid.Store.Add(partner, new Keys(Community));
        }

        foreach (var (user, _) in PortalAccounts.All)
        {
            grid.Store.Add(user, new Keys(Community, user.Email, user.PartnerId));
        }
    }
}
