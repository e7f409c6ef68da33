using System.Text.Json;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using static DocsPipeline.Sandbox.TradingGrid.Contract.Shape;

namespace DocsPipeline.Sandbox.TradingGrid.Settings;

/// <summary>
/// The community's part of the control interface: <c>GET</c> and <c>PATCH /_sandbox/trading-grid/settings</c>, <c>POST
/// …/expire-feed-cursors</c>.
/// </summary>
internal static class SettingsRoutes
{
    private static readonly Shape Change = Object(
        May("eventLagSeconds", Integer(0)), May("scanSeconds", Integer(0)), May("tokenSeconds", Integer(1)), May("repeatEvents", Flag),
        May("gatewayFaults", Flag),
        May("webhooks", List(Object(Must("url", Address), Must("secrets", List(Text(1, 200), 5, 1))), 5)));

    public static void MapSettings(this IEndpointRouteBuilder routes, GridSettings settings, TimeProvider clock)
    {
        var control = routes.MapGroup("/_sandbox/trading-grid");
        control.MapGet("settings", () => Answer(settings.Current));
        control.MapPatch("settings", async (HttpRequest request) => await ChangeAsync(request, settings));
        control.MapPost("expire-feed-cursors", () =>
        {
            settings.Current = settings.Current with { FeedCursorsExpiredUntil = clock.GetUtcNow() };
            return Answer(settings.Current);
        });
    }

    private static async Task<IResult> ChangeAsync(HttpRequest request, GridSettings settings)
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body);
            Change.Demand(body);
            var changed = GridJson.Overlay(settings.Current, body);
            if (changed.Webhooks.Select(target => target.Problem()).FirstOrDefault(problem => problem is not null) is { } wrong)
            {
                return Refuse(wrong);
            }

            settings.Current = changed;
            return Answer(changed);
        }
        catch (JsonException broken)
        {
            return Refuse(broken.Message);
        }
        catch (Problem problem)
        {
            return Refuse(string.Join("; ", problem.Errors.Select(error => $"{error.Pointer}: {error.Detail}")));
        }
    }

    private static IResult Answer(GridSwitches switches) => Results.Json(switches, GridJson.Options);

    private static IResult Refuse(string error) => Results.Json(new { error }, GridJson.Options, statusCode: 400);
}
