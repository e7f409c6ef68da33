using System.Globalization;
using System.Net;
using System.Text.Json;
using DocsPipeline.Documents;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid;
using DocsPipeline.Systems.TradingGrid.Http;
using DocsPipeline.Tests.Sandbox;
using DocsPipeline.Tests.Systems.Http;

namespace DocsPipeline.Tests.Systems.TradingGrid.Http;

public sealed class TradingGridClientTests : IAsyncLifetime
{
    private const string Community = "halden-suppliers";

    private readonly RunningSandbox sandbox = new();
    private readonly LossyNetwork network = new();
    private readonly RequestLog log = new();
    private TradingGridClient grid = null!;

    public async Task InitializeAsync()
    {
        await sandbox.InitializeAsync();
        var connection = Connections.ForSandbox(sandbox.Host.Address).TradingGrid;
        grid = new TradingGridClient(connection, new Transport { Handler = network, Log = log });
    }

    public async Task DisposeAsync()
    {
        grid.Dispose();
        network.Dispose();
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Knows_the_community_its_partners_and_its_groups()
    {
        (await grid.GetCapabilitiesAsync(Community, default)).ShouldBe(Enum.GetValues<Capability>(), ignoreOrder: true);
        (await grid.ListPartnersAsync(Community, default)).Select(partner => (partner.Id, partner.Name))
            .ShouldBe([("acme", "Acme Tools"), ("borealis", "Borealis Foods"), ("cobalt", "Cobalt Freight")], ignoreOrder: true);
        (await grid.ListGroupsAsync(Community, default)).Select(group => group.Id).ShouldContain("everyone");
        log.Writes.ShouldBe(0);
    }

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

        (await grid.GetCapabilitiesAsync(Community, default)).ShouldBe(Enum.GetValues<Capability>().Where(one => one != missing), ignoreOrder: true);
    }

    [Fact]
    public async Task Publishes_a_draft_replaces_it_and_archives_it()
    {
        var created = await grid.PutDraftAsync(Community, "asn-guide", Draft("<p>One.</p>"), null, default);
        created.State.ShouldBe(DocumentState.Draft);
        created.DraftFingerprint.ShouldBe("<p>One.</p>".Length.ToString(CultureInfo.InvariantCulture));

        var published = await grid.PublishAsync(Community, created.Id, created.DraftRevision!.Value, "key-1", default);
        (published.State, published.PublishedRevision, published.Fingerprint).ShouldBe((DocumentState.Published, 1, created.DraftFingerprint));
        published.Source!.Approvers.ShouldBe(["mara-lind"]);
        published.Source.ConfluenceVersion.ShouldBe(3);

        var again = await grid.PublishAsync(Community, created.Id, created.DraftRevision.Value, "key-1", default);
        again.Etag.ShouldBe(published.Etag);

        var second = await grid.PutDraftAsync(Community, "asn-guide", Draft("<p>Two, longer.</p>"), published.Etag, default);
        var replaced = await grid.PublishAsync(Community, second.Id, second.DraftRevision!.Value, "key-2", default);
        (replaced.PublishedRevision, replaced.Fingerprint).ShouldBe((2, second.DraftFingerprint));

        (await grid.ArchiveAsync(Community, second.Id, replaced.Etag, "key-3", default)).State.ShouldBe(DocumentState.Archived);
        (await grid.ListDocumentsAsync(Community, default))
            .ShouldContain(document => document.ExternalId == "asn-guide" && document.State == DocumentState.Archived);
    }

    [Fact]
    public async Task A_document_that_changed_since_it_was_looked_at_is_not_withdrawn()
    {
        var created = await grid.PutDraftAsync(Community, "asn-guide", Draft("<p>One.</p>"), null, default);
        await grid.PublishAsync(Community, created.Id, 1, "key-1", default);

        var late = await Should.ThrowAsync<RemoteException>(grid.ArchiveAsync(Community, created.Id, created.Etag, "key-2", default));

        late.Code.ShouldBe("precondition_failed");
        (await grid.FindDocumentAsync(Community, "asn-guide", default))!.State.ShouldBe(DocumentState.Published);
    }

    [Fact]
    public async Task A_draft_that_somebody_changed_meanwhile_is_not_overwritten()
    {
        var created = await grid.PutDraftAsync(Community, "asn-guide", Draft("<p>One.</p>"), null, default);
        await grid.PutDraftAsync(Community, "asn-guide", Draft("<p>Two.</p>"), created.Etag, default);

        foreach (var etag in new[] { created.Etag, null })
        {
            var late = grid.PutDraftAsync(Community, "asn-guide", Draft("<p>Three!</p>"), etag, default);
            (await Should.ThrowAsync<RemoteException>(late)).Code.ShouldBe("precondition_failed");
        }

        (await grid.FindDocumentAsync(Community, "asn-guide", default))!.LatestRevision.ShouldBe(1);
    }

    [Fact]
    public async Task A_publish_whose_answer_was_lost_is_unknown_and_the_same_key_finds_it_done()
    {
        var created = await grid.PutDraftAsync(Community, "asn-guide", Draft("<p>One.</p>"), null, default);
        network.Loses = request => request.RequestUri!.AbsolutePath.EndsWith("/publish", StringComparison.Ordinal);

        await Should.ThrowAsync<UnknownOutcomeException>(grid.PublishAsync(Community, created.Id, 1, "key-1", default));
        network.Loses = _ => false;

        (await grid.FindDocumentAsync(Community, "asn-guide", default))!.State.ShouldBe(DocumentState.Published);
        (await grid.PublishAsync(Community, created.Id, 1, "key-1", default)).PublishedRevision.ShouldBe(1);
    }

    [Fact]
    public async Task Uploads_a_file_once_and_waits_for_its_scan()
    {
        var bytes = "-----BEGIN CERTIFICATE-----"u8.ToArray();
        var sha256 = Digest.Of(bytes);
        (await grid.FindAttachmentAsync(Community, sha256, default)).ShouldBeNull();

        await grid.PutAttachmentAsync(Community, sha256, bytes, "application/pkix-cert", default);
        (await grid.PutAttachmentAsync(Community, sha256, bytes, "application/pkix-cert", default)).Sha256.ShouldBe(sha256);

        (await grid.WaitForScanAsync(Community, sha256, TimeSpan.FromSeconds(30), default)).ScanStatus.ShouldBe(ScanStatus.Clean);
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
        var created = await grid.PutDraftAsync(Community, "asn-guide", Draft("<p>One.</p>"), null, default);
        await grid.PublishAsync(Community, created.Id, 1, "key-1", default);

        var page = await grid.ReadEventsAsync(Community, start, default);

        var published = page!.Items.ShouldHaveSingleItem();
        (published.Type, published.Item, published.IsOwn).ShouldBe(("document.published", null, true));
        network.Replaces = request =>
            request.RequestUri!.AbsolutePath.EndsWith("/events", StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.Gone) : null;
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

    private static GridDraft Draft(string html) => new(
        "faq-article", "docs-pipeline", "ASN guide", new GridAudience(["x12-suppliers"], [], []), DraftContent.Of(html))
    {
        Summary = "How to send an ASN.",
        Facts = [new GridFact("cutover-start", "Cutover starts", "2027-03-01")],
        EffectiveFrom = new DateOnly(2027, 3, 1),
        Fingerprint = html.Length.ToString(CultureInfo.InvariantCulture),
        Source = new GridSource("halden/partner-docs", new string('a', 40))
        {
            Path = "content/faq/asn-guide.md",
            PullRequest = 7,
            Approvers = ["mara-lind"],
            ConfluencePage = "98304",
            ConfluenceVersion = 3,
        },
    };

    private static HttpResponseMessage Flags(string down)
    {
        string[] names = ["perPartnerAudience", "attachments", "facts", "testPlans", "acknowledgements", "supersedes", "events"];
        return Json(JsonSerializer.Serialize(new { capabilities = names.ToDictionary(name => name, name => name != down) }));
    }

    private static HttpResponseMessage Json(string text) => new() { Content = new StringContent(text, null, "application/json") };
}
