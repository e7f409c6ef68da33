using DocsPipeline.Sandbox.TradingGrid.Network;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>All pages of the partner portal.</summary>
internal static class PortalRoutes
{
    public static void MapPortal(this IEndpointRouteBuilder routes, Grid grid)
    {
        var sessions = new Sessions(grid.Database, grid.Clock);
        var users = new PortalUsers(grid);
        var portal = new PortalDispatch(grid, sessions, users);

        routes.MapGet("/portal/portal.css", () => Results.Stream(
            typeof(PortalRoutes).Assembly.GetManifestResourceStream("Assets/TradingGrid/Portal/portal.css")!, "text/css; charset=utf-8"));
        new SignIn(grid, sessions, users).Map(routes);

        portal.Get(routes, "/portal", HomePage.Render);
        portal.Get(routes, "/portal/documents", DocumentList.Render);
        portal.Get(routes, "/portal/documents/{externalId}", DocumentPage.Render);
        portal.Get(routes, "/portal/documents/{externalId}/files/{sha256}/{fileName}", PortalFiles.OfDocument);
        portal.Post(routes, "/portal/documents/{externalId}/acknowledge", DocumentResponses.Acknowledge);
        portal.Post(routes, "/portal/documents/{externalId}/feedback", DocumentResponses.Rate);

        portal.Get(routes, "/portal/cases", CaseList.Render);
        portal.Get(routes, "/portal/cases/new", CaseForm.Render);
        portal.Post(routes, "/portal/cases", CaseForm.Send);
        portal.Get(routes, "/portal/cases/{number}", CasePage.Render);
        portal.Post(routes, "/portal/cases/{number}/comments", CasePage.Comment);
        portal.Get(routes, "/portal/cases/{number}/files/{sha256}/{fileName}", PortalFiles.OfCase);

        portal.Get(routes, "/portal/questions", QuestionPages.List);
        portal.Get(routes, "/portal/questions/new", QuestionPages.New);
        portal.Post(routes, "/portal/questions", QuestionPages.Ask);

        portal.Get(routes, "/portal/test-results", TestResultPages.List);
        portal.Get(routes, "/portal/test-results/new", TestResultForm.Render);
        portal.Post(routes, "/portal/test-results", TestResultForm.Send);
        portal.Get(routes, "/portal/test-results/{number}", TestResultPages.One);
        portal.Otherwise(routes);
    }
}
