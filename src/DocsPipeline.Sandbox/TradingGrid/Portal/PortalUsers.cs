using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Network;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>The people of all communities.</summary>
internal sealed class PortalUsers(Grid grid)
{
    public (string Community, PortalUser User)? ByEmail(string email) => First("name", email);

    public (string Community, PortalUser User)? ById(string id) => First("id", id);

    private (string, PortalUser)? First(string column, string value) => grid.Database.Rows(
        column == "name"
            ? "SELECT community, body FROM resource WHERE type = 'PortalUser' AND name = @1"
            : "SELECT community, body FROM resource WHERE type = 'PortalUser' AND id = @1",
        row => ((string, PortalUser)?)(row.GetString(0), GridJson.Read<PortalUser>(row.GetString(1))), value).FirstOrDefault();
}
