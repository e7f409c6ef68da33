using DocsPipeline.Sandbox.Systems;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.Control;

/// <summary>The control interface: what a test or a person does to the world from outside.</summary>
internal static class ControlRoutes
{
    public static void MapControl(this IEndpointRouteBuilder routes)
    {
        var control = routes.MapGroup("/_sandbox");
        control.MapPost("reset", (SystemLandscape landscape, HttpRequest request) => Rebuild(landscape, request, landscape.Reset));
        control.MapPost("seed", (SystemLandscape landscape, HttpRequest request) => Rebuild(landscape, request, landscape.Seed));
        control.MapGet("state", (SystemLandscape landscape, SandboxClock clock) => State(landscape, clock));

        control.MapGet("clock", Now);
        control.MapPost(
            "clock",
            (HttpRequest request, SandboxClock clock) => ControlJson.ReadAsync<ClockChange>(request, change => Move(clock, change)));

        control.MapGet("faults", (FaultTable faults) => ControlJson.Answer(faults.All()));
        control.MapPost(
            "faults", (HttpRequest request, FaultTable faults) => ControlJson.ReadAsync<Fault>(request, fault => Add(faults, fault)));
        control.MapDelete("faults", (FaultTable faults) =>
        {
            faults.Clear();
            return Results.NoContent();
        });

        control.MapGet("requests", Requests);
        control.MapDelete("requests", (RequestLog log) =>
        {
            log.Clear();
            return Results.NoContent();
        });
    }

    // A person presses the button on the dashboard and wants to be back there; a program wants to know that it is done.
    private static IResult Rebuild(SystemLandscape landscape, HttpRequest request, Action action)
    {
        action();
        return request.HasFormContentType
            ? Results.Redirect("/")
            : ControlJson.Answer(landscape.Systems.ToDictionary(system => system.Name, system => system.Counts()));
    }

    private static IResult State(SystemLandscape landscape, SandboxClock clock) => ControlJson.Answer(new
    {
        now = clock.GetUtcNow(),
        systems = landscape.Systems.ToDictionary(system => system.Name, system => system.Counts()),
    });

    private static IResult Now(SandboxClock clock) =>
        ControlJson.Answer(new { now = clock.GetUtcNow(), offsetSeconds = clock.Offset.TotalSeconds });

    private static IResult Move(SandboxClock clock, ClockChange change)
    {
        switch (change)
        {
            case { Now: { } now, AdvanceSeconds: null, Reset: false }:
                clock.Set(now);
                break;
            case { Now: null, AdvanceSeconds: { } seconds, Reset: false }:
                clock.Advance(TimeSpan.FromSeconds(seconds));
                break;
            case { Now: null, AdvanceSeconds: null, Reset: true }:
                clock.Reset();
                break;
            default:
                return ControlJson.Refuse("give exactly one of now, advanceSeconds, reset");
        }

        return Now(clock);
    }

    private static IResult Add(FaultTable faults, Fault fault)
    {
        if (fault.Problem() is { } problem)
        {
            return ControlJson.Refuse(problem);
        }

        faults.Add(fault);
        return ControlJson.Answer(fault, StatusCodes.Status201Created);
    }

    private static IResult Requests(RequestLog log, string? method, string? path, string? actor, long? since, bool? bodies)
    {
        var pattern = path is null ? null : new RoutePattern(path);
        var found = log.All().Where(request =>
            request.Id > (since ?? 0)
            && (method is null || method.Equals(request.Method, StringComparison.OrdinalIgnoreCase))
            && (actor is null || actor == request.Actor)
            && (pattern is null || pattern.Matches(request.Path)));
        return ControlJson.Answer(found.Select(request => bodies == true ? request : request with { Body = null }));
    }
}
