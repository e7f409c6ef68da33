using System.Text.Json;

namespace DocsPipeline.Tests.Sandbox.TradingGrid;

public sealed class EventFeedTests : IAsyncLifetime
{
    private readonly GridWorld world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task There_is_a_cursor_even_where_nothing_happened_and_it_finds_what_comes()
    {
        var empty = (await world.Pipeline.GetAsync("/events")).Is(200);
        empty.Items.ShouldBeEmpty();

        await world.PublishForAsync("acme", "first");
        (await world.Pipeline.GetAsync($"/events?cursor={empty.Text("nextCursor")}")).Items
            .Single()
            .GetProperty("type")
            .GetString()
            .ShouldBe("document.published");
    }

    [Fact]
    public async Task Events_come_in_one_order_and_carry_their_actor()
    {
        await world.PublishForAsync("acme", "a-document");
        await OpenCaseAsync();
        using var anna = await world.AnnaAsync();
        await anna.RaiseCaseAsync("From the portal");

        var events = await world.Pipeline.AllAsync("/events?limit=1");
        events.Select(Actor).ShouldBe(["integration docs-pipeline", "staff service-desk", "partner-user "]);
        events[2].GetProperty("resource").GetProperty("partnerId").GetString().ShouldBe("acme");
        var read = (await world.Pipeline.GetAsync(events[2].GetProperty("resource").GetProperty("path").GetString()!)).Is(200);
        read["version"].GetInt32().ShouldBe(events[2].GetProperty("resource").GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_lagging_feed_shows_events_late_and_none_is_jumped_over()
    {
        await world.SwitchAsync(new { eventLagSeconds = 60 });
        await OpenCaseAsync();
        var early = (await world.Pipeline.GetAsync("/events")).Is(200);
        early.Items.ShouldBeEmpty();

        await world.WaitAsync(61);
        (await world.Pipeline.GetAsync($"/events?cursor={early.Text("nextCursor")}")).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_feed_may_repeat_itself()
    {
        await world.SwitchAsync(new { repeatEvents = true });
        await OpenCaseAsync();
        var first = (await world.Pipeline.GetAsync("/events")).Is(200);

        (await world.Pipeline.GetAsync($"/events?cursor={first.Text("nextCursor")}")).Items
            .Single()
            .GetProperty("id")
            .GetString()
            .ShouldBe(first.Items[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_old_cursor_is_gone()
    {
        var cursor = (await world.Pipeline.GetAsync("/events")).Text("nextCursor");
        using var expired = await world.Http.PostAsync("/_sandbox/trading-grid/expire-feed-cursors", null);
        (await world.Pipeline.GetAsync($"/events?cursor={cursor}")).Is(410, "cursor_expired");

        await OpenCaseAsync();
        var fresh = (await world.Pipeline.GetAsync("/events")).Is(200);
        fresh.Items.Count.ShouldBe(1);
        await world.WaitAsync(46 * 86_400);
        var later = await GridCaller.SignInAsync(world.Http, "docs-pipeline", "sandbox-client-secret");
        (await later.GetAsync($"/events?cursor={fresh.Text("nextCursor")}")).Is(410, "cursor_expired");
        (await later.GetAsync("/events")).Items.ShouldBeEmpty("events are kept for 45 days");
    }

    [Fact]
    public async Task Everything_survives_a_restart()
    {
        await world.PublishForAsync("acme", "lasting");
        var cursor = (await world.Pipeline.GetAsync("/events")).Text("nextCursor");
        using var anna = await world.AnnaAsync();
        var number = await anna.RaiseCaseAsync("Still there");

        await world.RestartAsync();

        (await world.Pipeline.GetAsync("/documents/by-external-id/lasting")).Is(200).Text("state").ShouldBe("published");
        (await world.Pipeline.GetAsync($"/events?cursor={cursor}")).Items.Single().GetProperty("type").GetString().ShouldBe("case.created");
        (await world.Pipeline.AllAsync("/cases")).Single().GetProperty("number").GetString().ShouldBe(number);
    }

    private static string Actor(JsonElement happened) =>
        string.Join(' ', from name in new[] { "type", "clientId" } select happened.GetProperty("actor").GetProperty(name).GetString());

    private async Task OpenCaseAsync() =>
        (
            await world.Desk.PostAsync(
                "/cases", new { partnerId = "acme", category = "other", severity = 4, subject = "s", description = "d" })).Is(201);
}
