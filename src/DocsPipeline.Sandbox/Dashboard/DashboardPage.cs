using DocsPipeline.Sandbox.Control;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.Dashboard;

/// <summary>The first page: the three systems, who may sign in where, what happened last.</summary>
internal static class DashboardPage
{
    public static void MapDashboard(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/", (World world, RequestLog log, FaultTable faults) => Render(world, log, faults));

    private static HtmlPage Render(World world, RequestLog log, FaultTable faults) => new("Sandbox", Html.Of($"""
        <h1>Sandbox</h1>
        <div class="cards">{Html.Each(world.Systems, Card)}</div>
        """));

    private static Html Card(ISandboxSystem system) => Html.Of($"""
        <section class="card"><h2><a href="{system.Home}">{system.Title}</a></h2></section>
        """);
}
