using System.Text.Json;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V1;

/// <summary>Who alone may read or change a page; people only, no groups.</summary>
internal static class RestrictionRoutes
{
    private static readonly string[] Operations = ["read", "update"];

    public static void MapRestrictions(this ApiRoutes routes, Library library)
    {
        const string All = "content/{id}/restriction";
        const string One = "content/{id}/restriction/byOperation/{operation}";
        routes.Get(All, call => List(call, library, V1Shapes.Page(call, library)));
        routes.Get($"{All}/byOperation", call => Json.Answer(RestrictionShape.ByOperation(call, library, V1Shapes.Page(call, library))));
        routes.Get(
            One, call => Json.Answer(RestrictionShape.Of(call, library, V1Shapes.Page(call, library), Operation(call.Route("operation")))));
        routes.Post(All, call => WriteAsync(call, library, replace: false));
        routes.Put(All, call => WriteAsync(call, library, replace: true));
        routes.Delete(All, call =>
        {
            var page = V1Shapes.Changeable(call, library);
            library.Restrictions.Clear(page.Id);
            return List(call, library, page);
        });
        routes.Put($"{One}/user", call =>
        {
            library.Restrictions.Add(V1Shapes.Changeable(call, library).Id, Operation(call.Route("operation")), Named(call));
            return Task.FromResult(Results.Ok());
        });
        routes.Delete($"{One}/user", call =>
        {
            library.Restrictions.Remove(V1Shapes.Changeable(call, library).Id, Operation(call.Route("operation")), Named(call));
            return Results.NoContent();
        });
    }

    private static IResult List(Call call, Library library, Page page) =>
        Paging.Slice(call, Operations, operation => RestrictionShape.Of(call, library, page, operation), 100);

    private static string Operation(string operation) =>
        Operations.Contains(operation) ? operation : throw Refusal.Bad($"Unknown operation '{operation}'");

    private static string Named(Call call)
    {
        var account = call.Flavour == Flavour.DataCenter
            ? Accounts.All.FirstOrDefault(account => account.Login == call.Query("userName"))
            : Accounts.ById(call.Query("accountId") ?? "");
        return account?.Id ?? throw Refusal.NotFound("No user with this account id");
    }

    private static async Task<IResult> WriteAsync(Call call, Library library, bool replace)
    {
        var page = V1Shapes.Changeable(call, library);
        var body = await call.ElementAsync();
        var items = body.ValueKind == JsonValueKind.Array
            ? body.EnumerateArray().ToList()
            : throw Refusal.Bad("A list of restrictions is expected");
        var wanted = items.SelectMany(Read).ToList();
        if (replace)
        {
            library.Restrictions.Clear(page.Id);
        }

        foreach (var (operation, accountId) in wanted)
        {
            library.Restrictions.Add(page.Id, operation, accountId);
        }

        return List(call, library, page);
    }

    private static IEnumerable<(string Operation, string AccountId)> Read(JsonElement item)
    {
        var fields = new Fields(item, "restriction").Ignore("content", "_links", "_expandable");
        var operation = Operation(fields.Text("operation"));
        var restrictions = fields.Object("restrictions").Ignore("group");
        var users = restrictions.OptionalItems("user") ?? [];
        restrictions.End();
        fields.End();
        foreach (var user in users)
        {
            var person = new Fields(user, "user").Ignore("type", "displayName", "publicName", "email", "accountType", "userKey");
            var account = person.OptionalText("accountId") is { } id
                ? Accounts.ById(id)
                : Accounts.All.FirstOrDefault(account => account.Login == person.Text("username"));
            yield return (operation, account?.Id ?? throw Refusal.NotFound("No such user"));
        }
    }
}
