using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.TradingGrid.Partners;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>One request of a signed-in partner user; everything a page shows goes through it.</summary>
internal sealed record Visit(HttpContext Http, Grid Grid, Community Community, Partner Partner, PortalUser User, Session Session)
{
    public Library Library => new(this);

    public string Route(string name) => (string)Http.Request.RouteValues[name]!;

    public string Query(string name) => Http.Request.Query[name].ToString().Trim();
}
