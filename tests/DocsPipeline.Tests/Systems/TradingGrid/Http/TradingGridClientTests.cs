using System.Net;
using System.Text.Json;
using Build.Environments;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid;
using DocsPipeline.Systems.TradingGrid.Http;
using DocsPipeline.Tests.Sandbox;
using DocsPipeline.Tests.Systems.Http;

namespace DocsPipeline.Tests.Systems.TradingGrid.Http;

public sealed class TradingGridClientTests : TradingGridContract, IAsyncLifetime
{
    private readonly RunningSandbox sandbox = new();
    private readonly LossyNetwork network = new();
    private readonly RequestLog log = new();
    private TradingGridClient grid = null!;

    private protected override ITradingGrid Grid => grid;

    public async Task InitializeAsync()
    {
        await sandbox.InitializeAsync();
        var connection = SandboxConnections.At(sandbox.Host.Address).TradingGrid;
        grid = new TradingGridClient(connection, new Transport { Handler = network, Log = log });
    }

    public async Task DisposeAsync()
    {
        grid.Dispose();
        network.Dispose();
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task The_sandbox_can_do_everything() =>
        (await grid.GetCapabilitiesAsync(Community, default)).ShouldBe(Enum.GetValues<Capability>(), ignoreOrder: true);

    [Theory]
    [InlineData("attachments", Capability.Attachments)]
    [InlineData("perPartnerAudience", Capability.PartnerAudiences)]
    [InlineData("facts", Capability.Facts)]
    [InlineData("testPlans", Capability.TestPlans)]
    [InlineData("acknowledgements", Capability.Acknowledgements)]
    [InlineData("supersedes", Capability.Supersession)]
    [InlineData("events", Capability.Events)]
    public async Task A_flag_that_the_community_takes_down_is_a_capability_less(string flag, Capability missing)
    {
        network.Replaces = request => request.RequestUri!.AbsolutePath.EndsWith(Community, StringComparison.Ordinal) ? Flags(flag) : null;

        (await grid.GetCapabilitiesAsync(Community, default))
            .ShouldBe(Enum.GetValues<Capability>().Where(one => one != missing), ignoreOrder: true);
    }

    [Fact]
    public async Task A_publish_whose_answer_was_lost_is_unknown_and_the_same_key_finds_it_done()
    {
        var created = await grid.PutDraftAsync(Community, "asn-guide", Draft("one"), null, default);
        network.Loses = request => request.RequestUri!.AbsolutePath.EndsWith("/publish", StringComparison.Ordinal);

        await Should.ThrowAsync<UnknownOutcomeException>(grid.PublishAsync(Community, created.Id, 1, "key-1", default));
        network.Loses = _ => false;

        (await grid.FindDocumentAsync(Community, "asn-guide", default))!.State.ShouldBe(DocumentState.Published);
        (await grid.PublishAsync(Community, created.Id, 1, "key-1", default)).PublishedRevision.ShouldBe(1);
    }

    [Fact]
    public async Task Gets_a_new_token_once_when_the_old_one_is_refused()
    {
        await grid.ListGroupsAsync(Community, default);
        var refused = 0;
        network.Replaces = request =>
            request.RequestUri!.AbsolutePath.StartsWith("/v1", StringComparison.Ordinal) && refused++ == 0
                ? new HttpResponseMessage(HttpStatusCode.Unauthorized)
                : null;

        await grid.ListGroupsAsync(Community, default);

        refused.ShouldBe(2);
        log.Counts["Trading Grid"].ShouldBe(new RequestCount(5, 0));
    }

    [Fact]
    public async Task Follows_the_feed_and_is_told_when_its_cursor_has_expired()
    {
        var start = await Drain(null);
        var created = await grid.PutDraftAsync(Community, "asn-guide", Draft("one"), null, default);
        await grid.PublishAsync(Community, created.Id, 1, "key-1", default);

        var page = await grid.ReadEventsAsync(Community, start, default);

        var published = page!.Items.ShouldHaveSingleItem();
        (published.Type, published.Item, published.IsOwn).ShouldBe(("document.published", null, true));
        network.Replaces = request =>
            request.RequestUri!.AbsolutePath.EndsWith("/events", StringComparison.Ordinal)
                ? new HttpResponseMessage(HttpStatusCode.Gone)
                : null;
        (await grid.ReadEventsAsync(Community, start, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_listing_that_gives_less_than_its_total_is_refused()
    {
        await grid.ListGroupsAsync(Community, default);
        network.Replaces = request => request.RequestUri!.AbsolutePath.EndsWith("/documents", StringComparison.Ordinal)
            ? Json("""{"items":[],"nextCursor":null,"hasMore":false,"total":3}""")
            : null;

        (await Should.ThrowAsync<RemoteException>(grid.ListDocumentsAsync(Community, default))).Code.ShouldBe("incomplete_listing");
    }

    private async Task<string> Drain(string? cursor)
    {
        while (await grid.ReadEventsAsync(Community, cursor, default) is { } page)
        {
            cursor = page.NextCursor;
            if (!page.HasMore)
            {
                break;
            }
        }

        return cursor!;
    }

    private static HttpResponseMessage Flags(string down)
    {
        string[] names = ["perPartnerAudience", "attachments", "facts", "testPlans", "acknowledgements", "supersedes", "events"];
        return Json(JsonSerializer.Serialize(new { capabilities = names.ToDictionary(name => name, name => name != down) }));
    }

    private static HttpResponseMessage Json(string text) => new() { Content = new StringContent(text, null, "application/json") };
}
