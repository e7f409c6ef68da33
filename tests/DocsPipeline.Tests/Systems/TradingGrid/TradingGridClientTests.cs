using System.Net;
using System.Security.Cryptography;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid;
using DocsPipeline.Tests.Sandbox;
using DocsPipeline.Tests.Systems.Http;

namespace DocsPipeline.Tests.Systems.TradingGrid;

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
        grid = new TradingGridClient(Connections.ForSandbox(sandbox.Host.Address).TradingGrid, new Transport { Handler = network, Log = log });
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
        (await grid.GetCommunityAsync(Community, default)).Capabilities.Events.ShouldBeTrue();
        (await grid.ListPartnersAsync(Community, default)).Select(partner => partner.Id).ShouldBe(["acme", "borealis", "cobalt"], ignoreOrder: true);
        (await grid.ListGroupsAsync(Community, default)).Select(group => group.Id).ShouldContain("everyone");
        var readers = await grid.ResolveAudienceAsync(Community, new GridAudience(["x12-suppliers"], ["cobalt"], []), default);
        readers.Partners.Select(reader => reader.Id).ShouldBe(["acme", "cobalt"], ignoreOrder: true);
        log.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task A_group_that_does_not_exist_is_refused_by_name() =>
        (await Should.ThrowAsync<RemoteException>(grid.ResolveAudienceAsync(Community, new GridAudience(["no-such-group"], [], []), default))).Reason.ShouldContain("/groups/0");

    [Fact]
    public async Task Publishes_a_draft_supersedes_it_and_archives_it()
    {
        var created = await grid.PutDraftAsync(Community, "asn-guide", Draft("<p>One.</p>"), null, default);
        created.State.ShouldBe("draft");

        var published = await grid.PublishAsync(Community, created.Id, created.DraftRevision!.Value, "key-1", default);
        published.Published!.Content.ContentSha256.ShouldBe(DraftContent.Of("<p>One.</p>").ContentSha256);
        published.Published.Source!.Approvers.ShouldBe(["mara-lind"]);
        published.Published.Source.ConfluenceVersion.ShouldBe(3);

        var again = await grid.PublishAsync(Community, created.Id, created.DraftRevision.Value, "key-1", default);
        again.Version.ShouldBe(published.Version);

        var second = await grid.PutDraftAsync(Community, "asn-guide", Draft("<p>Two.</p>"), published.Etag, default);
        await grid.PublishAsync(Community, second.Id, second.DraftRevision!.Value, "key-2", default);
        (await grid.ListRevisionsAsync(Community, second.Id, default)).Select(revision => revision.State).ShouldBe(["superseded", "published"]);

        (await grid.ArchiveAsync(Community, second.Id, "withdrawn", "Out of date.", null, "key-3", default)).State.ShouldBe("archived");
        (await grid.ListDocumentsAsync(Community, "docs-pipeline", default)).ShouldContain(document => document.ExternalId == "asn-guide" && document.State == "archived");
    }

    [Fact]
    public async Task A_draft_that_somebody_changed_meanwhile_is_not_overwritten()
    {
        var created = await grid.PutDraftAsync(Community, "asn-guide", Draft("<p>One.</p>"), null, default);
        await grid.PutDraftAsync(Community, "asn-guide", Draft("<p>Two.</p>"), created.Etag, default);

        (await Should.ThrowAsync<RemoteException>(grid.PutDraftAsync(Community, "asn-guide", Draft("<p>Three.</p>"), created.Etag, default))).Code.ShouldBe("precondition_failed");
        (await Should.ThrowAsync<RemoteException>(grid.PutDraftAsync(Community, "asn-guide", Draft("<p>Three.</p>"), null, default))).Code.ShouldBe("precondition_failed");
        (await grid.FindDocumentAsync(Community, "asn-guide", default))!.Draft!.Content.ContentSha256.ShouldBe(DraftContent.Of("<p>Two.</p>").ContentSha256);
    }

    [Fact]
    public async Task A_publish_whose_answer_was_lost_is_unknown_and_the_same_key_finds_it_done()
    {
        var created = await grid.PutDraftAsync(Community, "asn-guide", Draft("<p>One.</p>"), null, default);
        network.Loses = request => request.RequestUri!.AbsolutePath.EndsWith("/publish", StringComparison.Ordinal);
        await Should.ThrowAsync<UnknownOutcomeException>(grid.PublishAsync(Community, created.Id, 1, "key-1", default));
        network.Loses = _ => false;

        (await grid.FindDocumentAsync(Community, "asn-guide", default))!.State.ShouldBe("published");
        (await grid.PublishAsync(Community, created.Id, 1, "key-1", default)).PublishedRevision.ShouldBe(1);
    }

    [Fact]
    public async Task Uploads_a_file_once_and_waits_for_its_scan()
    {
        var bytes = "-----BEGIN CERTIFICATE-----"u8.ToArray();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        (await grid.FindAttachmentAsync(Community, sha256, default)).ShouldBeNull();

        await grid.PutAttachmentAsync(Community, sha256, bytes, "application/pkix-cert", default);
        (await grid.PutAttachmentAsync(Community, sha256, bytes, "application/pkix-cert", default)).Size.ShouldBe(bytes.Length);

        (await grid.WaitForScanAsync(Community, sha256, TimeSpan.FromSeconds(30), default)).ScanStatus.ShouldBe("clean");
        (await grid.DownloadAttachmentAsync(Community, sha256, default)).ToArray().ShouldBe(bytes);
    }

    [Fact]
    public async Task Gets_a_new_token_once_when_the_old_one_is_refused()
    {
        await grid.GetCommunityAsync(Community, default);
        var refused = 0;
        network.Replaces = request => request.RequestUri!.AbsolutePath.StartsWith("/v1", StringComparison.Ordinal) && refused++ == 0 ? new HttpResponseMessage(HttpStatusCode.Unauthorized) : null;

        await grid.GetCommunityAsync(Community, default);

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
        (published.Type, published.Resource.ExternalId, published.Actor.ClientId).ShouldBe(("document.published", "asn-guide", "docs-pipeline"));
        network.Replaces = request => request.RequestUri!.AbsolutePath.EndsWith("/events", StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.Gone) : null;
        (await grid.ReadEventsAsync(Community, start, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_listing_that_gives_less_than_its_total_is_refused()
    {
        await grid.GetCommunityAsync(Community, default);
        network.Replaces = request => request.RequestUri!.AbsolutePath.EndsWith("/documents", StringComparison.Ordinal)
            ? new HttpResponseMessage { Content = new StringContent("""{"items":[],"nextCursor":null,"hasMore":false,"total":3}""", null, "application/json") }
            : null;

        (await Should.ThrowAsync<RemoteException>(grid.ListDocumentsAsync(Community, null, default))).Code.ShouldBe("incomplete_listing");
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

    private static GridDraft Draft(string html) => new("faq-article", "docs-pipeline", "ASN guide", new GridAudience(["x12-suppliers"], [], []), DraftContent.Of(html))
    {
        Summary = "How to send an ASN.",
        Facts = [new Fact("cutover-start", "Cutover starts", "2027-03-01")],
        EffectiveFrom = new DateOnly(2027, 3, 1),
        Fingerprint = "f1",
        Source = new GridSource("halden/partner-docs", new string('a', 40)) { Path = "content/faq/asn-guide.md", PullRequest = 7, Approvers = ["mara-lind"], ConfluencePage = "98304", ConfluenceVersion = 3 },
        ExternalRefs = [new ExternalRef("confluence", "98304", new Uri("https://halden.example/wiki/98304"))],
    };
}
