using DocsPipeline.Sandbox.TradingGrid.Attachments;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.TradingGrid.Partners;
using DocsPipeline.Sandbox.Web;
using Microsoft.AspNetCore.Http.Features;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>The way of every portal request behind the sign-in: session, form token, one transaction, page.</summary>
internal sealed class PortalDispatch(Grid grid, Sessions sessions, PortalUsers users)
{
    public void Get(IEndpointRouteBuilder routes, string path, Func<Visit, IResult> page) =>
        routes.MapGet(path, context => AnswerAsync(context, context.Request, (visit, _) => page(visit)));

    public void Post(IEndpointRouteBuilder routes, string path, Func<Visit, IFormCollection, IResult> act) =>
        routes.MapPost(path, context => AnswerAsync(context, context.Request, (visit, form) => act(visit, form!)));

    /// <summary>What is nowhere else looks like what is not for the visitor.</summary>
    public void Otherwise(IEndpointRouteBuilder routes) =>
        routes.MapFallback("/portal/{**rest}", context => AnswerAsync(context, context.Request, (_, _) => throw new PortalRefusal()));

    private async Task AnswerAsync(HttpContext context, HttpRequest request, Func<Visit, IFormCollection?, IResult> act)
    {
        if (Enter(context) is not { } visit)
        {
            var back = HttpMethods.IsGet(request.Method) ? $"?return={Uri.EscapeDataString(request.Path + request.QueryString)}" : "";
            await new SeeOther($"/portal/sign-in{back}").ExecuteAsync(context);
            return;
        }

        var form = HttpMethods.IsPost(request.Method) ? await ReadFormAsync(request) : null;
        if (HttpMethods.IsPost(request.Method) && !Sessions.Same(form?["token"].ToString(), visit.Session.FormToken))
        {
            await PortalPages.FormExpired(visit).ExecuteAsync(context);
            return;
        }

        await Answer(visit, form, act).ExecuteAsync(context);
    }

    private IResult Answer(Visit visit, IFormCollection? form, Func<Visit, IFormCollection?, IResult> act)
    {
        try
        {
            return grid.Database.Do(() =>
            {
                grid.CatchUp();
                return act(visit, form);
            });
        }
        catch (PortalRefusal)
        {
            return PortalPages.NotFound(visit);
        }
        catch (Problem problem)
        {
            return PortalPages.Refused(visit, problem.Message);
        }
    }

    private Visit? Enter(HttpContext context)
    {
        if (sessions.Find(context.Request) is not { } session
            || users.ById(session.UserId) is not var (community, user)
            || grid.Store.Find<Partner>(community, user.PartnerId) is not { Reads: true } partner)
        {
            return null;
        }

        context.SetActor(user.Email);
        return new Visit(context, grid, grid.Community(community), partner, user, session);
    }

    private static async Task<IFormCollection?> ReadFormAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return null;
        }

        try
        {
            return await request.ReadFormAsync(
                new FormOptions { MultipartBodyLengthLimit = AttachmentStore.LongestFile + (1024 * 1024), ValueLengthLimit = 64 * 1024 });
        }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
