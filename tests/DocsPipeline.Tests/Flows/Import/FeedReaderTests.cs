using DocsPipeline.Flows.Import;
using DocsPipeline.Systems.Http;
using DocsPipeline.Tests.Systems.TradingGrid;

namespace DocsPipeline.Tests.Flows.Import;

public sealed class FeedReaderTests
{
    private const string Community = "halden-suppliers";

    private readonly MemoryGrid grid = new();

    [Fact]
    public async Task Reads_page_after_page_and_comes_back_with_where_it_stopped()
    {
        Tell(5);

        var (events, cursor) = await ReadAsync(null);

        events.ShouldBe(["evt_0000", "evt_0001", "evt_0002", "evt_0003", "evt_0004"]);
        var (none, same) = await ReadAsync(cursor);
        (none.Count, same).ShouldBe((0, cursor));
        Tell(1);
        (await ReadAsync(cursor)).Events.ShouldBe(["evt_0005"]);
    }

    [Fact]
    public async Task A_cursor_that_expired_means_all_from_the_beginning()
    {
        Tell(2);
        var (_, cursor) = await ReadAsync(null);
        grid.IsExpired = true;

        var (events, again) = await ReadAsync(cursor);

        events.ShouldBe(["evt_0000", "evt_0001"]);
        again.ShouldBe(cursor);
    }

    [Fact]
    public async Task A_feed_that_promises_more_and_does_not_move_is_read_to_where_it_stands()
    {
        Tell(1);
        grid.PageSize = 0;

        (await ReadAsync(null)).Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_feed_that_expires_while_it_is_read_is_begun_three_times_and_then_told()
    {
        Tell(3);
        grid.IsExpired = true;

        var fault = await Should.ThrowAsync<RemoteException>(() => ReadAsync(null));

        (fault.System, fault.Status, fault.Code).ShouldBe(("Trading Grid", 410, "cursor_expired"));
        fault.Reason.ShouldBe("the feed cannot be read even from its beginning");
        fault.Diagnostics.ShouldHaveSingleItem().Notes.ShouldBe([$"GET {Community}/events"]);
        grid.Reads.ShouldBe(6);
    }

    private void Tell(int events) =>
        Enumerable.Range(0, events).ToList().ForEach(_ => grid.Tell(Community, "case.updated", item: null));

    private async Task<(IReadOnlyList<string> Events, string Cursor)> ReadAsync(string? from)
    {
        var (events, cursor) = await new FeedReader(grid).ReadAsync(Community, from, default);
        return ([.. events.Select(told => told.Id)], cursor);
    }
}
