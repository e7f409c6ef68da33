using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.Confluence.Http;

/// <summary>
/// Maps the routes of one version of the API at one door: authenticates each call and shows refusals in that version's shape.
/// </summary>
internal sealed class ApiRoutes(IEndpointRouteBuilder group, Flavour flavour, Func<Refusal, IResult> show)
{
    public Flavour Flavour => flavour;

    public void Get(string pattern, Func<Call, IResult> handle) => Map("GET", pattern, call => Task.FromResult(handle(call)));

    public void Delete(string pattern, Func<Call, IResult> handle) => Map("DELETE", pattern, call => Task.FromResult(handle(call)));

    public void Post(string pattern, Func<Call, Task<IResult>> handle) => Map("POST", pattern, handle);

    public void Put(string pattern, Func<Call, Task<IResult>> handle) => Map("PUT", pattern, handle);

    /// <summary>A route that does not exist; it must look different from a page that does not.</summary>
    public void Otherwise(Func<HttpRequest, IResult> answer) =>
        group.Map("{**rest}", context => answer(context.Request).ExecuteAsync(context));

    private void Map(string method, string pattern, Func<Call, Task<IResult>> handle) =>
        group.MapMethods(pattern, [method], async context =>
    {
        IResult result;
        try
        {
            result = await handle(Authenticate(context));
        }
        catch (Refusal refusal)
        {
            result = show(refusal);
        }

        await result.ExecuteAsync(context);
    });

    private Call Authenticate(HttpContext context)
    {
        if (flavour == Flavour.Gateway && (string?)context.Request.RouteValues["cloudId"] != Site.CloudId)
        {
            throw Refusal.NotFound("No site with this cloudId");
        }

        var authorization = context.Request.Headers.Authorization.ToString();
        if (flavour == Flavour.Cloud && authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            throw Refusal.Forbidden("Failed to parse Connect Session Auth Token");
        }

        var account = Accounts.Of(authorization, flavour == Flavour.DataCenter)
            ?? throw new Refusal(StatusCodes.Status401Unauthorized, "UNAUTHORIZED", "Unauthorized");
        context.SetActor(account.Login);
        return new Call(context, account, flavour);
    }
}
