namespace DocsPipeline.Tests.Sandbox.TradingGrid;

public sealed class IncidentTests : IAsyncLifetime
{
    private readonly GridWorld world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task An_incident_is_declared_updated_and_resolved()
    {
        var declared = (await DeclareAsync("2026-11-20T08:00:00Z", "2026-11-20T08:55:00Z")).Is(201);
        var path = $"/incidents/{declared.Id}";
        (
            await world.Desk.PatchAsync(
                path, new { partnerImpact = new[] { new { partnerId = "acme", description = "412 ASNs late." } } }, declared.ETag)).Is(200);
        (await world.Desk.PostAsync($"{path}/timeline", new { at = "2026-11-20T09:30:00Z", @event = "Map rolled back" })).Is(201);
        (await world.Desk.PostAsync($"{path}/timeline", new { at = "2026-11-20T08:00:00Z", @event = "Map release 4.12" })).Is(201);
        (await world.Pipeline.PutAsync($"{path}/external-refs/confluence", new { id = "4711" })).Is(200);
        var resolved = (await ResolveAsync(path, "2026-11-20T11:40:00Z")).Is(200);

        resolved["timeline"]
            .EnumerateArray()
            .Select(entry => entry.GetProperty("event").GetString())
            .ShouldBe(["Map release 4.12", "Map rolled back"], "the timeline is in order of time");
        (await ResolveAsync(path, "2026-11-20T11:40:00Z")).Is(409, "incident_is_resolved");
        (await world.Pipeline.AllAsync("/incidents?status=resolved")).Count.ShouldBe(1);
        (await world.Pipeline.EventTypesAsync()).ShouldBe(
            ["incident.declared", "incident.updated", "incident.updated", "incident.updated", "incident.updated", "incident.resolved"]);
    }

    [Fact]
    public async Task Times_are_in_order_and_partners_exist()
    {
        (await DeclareAsync("2026-11-20T09:00:00Z", "2026-11-20T08:00:00Z")).Is(422).Pointers.ShouldBe(["/detectedAt order_of_times"]);
        var declared = (await DeclareAsync("2026-11-20T08:00:00Z", "2026-11-20T09:00:00Z")).Is(201);
        (await ResolveAsync($"/incidents/{declared.Id}", "2026-11-20T08:30:00Z")).Is(422).Pointers.ShouldBe(["/resolvedAt order_of_times"]);
        (
            await world.Desk.PatchAsync(
                $"/incidents/{declared.Id}", new { partnerImpact = new[] { new { partnerId = "umbrella", description = "d" } } },
                declared.ETag)).Is(422);
    }

    [Fact]
    public async Task Each_action_has_an_owner_and_a_due_date()
    {
        var declared = (await DeclareAsync("2026-11-20T08:00:00Z", "2026-11-20T09:00:00Z")).Is(201);

        (
            await world.Desk.PatchAsync(
                $"/incidents/{declared.Id}", new { preventiveActions = new[] { new { id = "PA-1", action = "Canary" } } }, declared.ETag))
            .Is(422).Pointers.ShouldBe(["/preventiveActions/0/owner required", "/preventiveActions/0/due required"]);
    }

    private Task<GridReply> DeclareAsync(string startedAt, string detectedAt) => world.Desk.PostAsync(
        "/incidents",
        new
        {
            title = "Acknowledgements delayed",
            severity = 1,
            startedAt,
            detectedAt,
            impact = new { summary = "412 ASNs late", documentsDelayed = 412 },
        });

    private Task<GridReply> ResolveAsync(string path, string resolvedAt) => world.Desk.PostAsync($"{path}/resolve", new
    {
        resolvedAt,
        rootCause = "The map raised the CPU time-out.",
        correctiveActions = new[]
        {
            new { id = "CA-1", action = "Review alert contacts", owner = "edi-operations", due = "2026-12-01", partnerId = "acme" },
        },
        preventiveActions = Array.Empty<object>(),
    });
}
