using DocsPipeline.Documents;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Tests.Systems.TradingGrid;

/// <summary>What every way to the community promises to the flows; each way runs all of it.</summary>
public abstract class TradingGridContract
{
    private protected const string Community = "halden-suppliers";

    private protected abstract ITradingGrid Grid { get; }

    [Fact]
    public async Task A_draft_that_nobody_has_yet_is_created_without_an_etag()
    {
        (await Grid.FindDocumentAsync(Community, "asn-guide", default)).ShouldBeNull();

        var created = await Grid.PutDraftAsync(Community, "asn-guide", Draft("one"), null, default);

        created.ExternalId.ShouldBe("asn-guide");
        (created.State, created.DraftRevision, created.PublishedRevision).ShouldBe((DocumentState.Draft, 1, null));
        (created.DraftFingerprint, created.Fingerprint).ShouldBe(("one", null));
    }

    [Fact]
    public async Task Only_the_draft_that_was_looked_at_is_replaced()
    {
        var created = await Grid.PutDraftAsync(Community, "asn-guide", Draft("one"), null, default);
        var second = await Grid.PutDraftAsync(Community, "asn-guide", Draft("two"), created.Etag, default);

        (await Code(Grid.PutDraftAsync(Community, "asn-guide", Draft("three"), created.Etag, default))).ShouldBe("precondition_failed");
        (await Code(Grid.PutDraftAsync(Community, "asn-guide", Draft("three"), null, default))).ShouldBe("precondition_failed");

        var now = (await Grid.FindDocumentAsync(Community, "asn-guide", default))!;
        (now.DraftFingerprint, now.DraftRevision, now.Etag).ShouldBe(("two", 1, second.Etag));
    }

    [Fact]
    public async Task Publishing_shows_the_draft_and_keeps_where_it_came_from()
    {
        var created = await Grid.PutDraftAsync(Community, "asn-guide", Draft("one"), null, default);

        var published = await Grid.PublishAsync(Community, created.Id, 1, "key-1", default);

        (published.State, published.PublishedRevision, published.DraftRevision).ShouldBe((DocumentState.Published, 1, null));
        published.Fingerprint.ShouldBe("one");
        published.Source!.Approvers.ShouldBe(["mara-lind"]);
        (published.Source.ConfluencePage, published.Source.ConfluenceVersion).ShouldBe(("98304", 3));
    }

    [Fact]
    public async Task A_key_that_was_used_gives_the_first_answer_again()
    {
        var created = await Grid.PutDraftAsync(Community, "asn-guide", Draft("one"), null, default);
        var published = await Grid.PublishAsync(Community, created.Id, 1, "key-1", default);

        (await Grid.PublishAsync(Community, created.Id, 1, "key-1", default)).ShouldBeEquivalentTo(published);

        var second = await Grid.PutDraftAsync(Community, "asn-guide", Draft("two"), published.Etag, default);
        (await Grid.PublishAsync(Community, second.Id, 2, "key-2", default)).PublishedRevision.ShouldBe(2);
    }

    [Fact]
    public async Task Only_the_document_that_was_looked_at_is_withdrawn()
    {
        var created = await Grid.PutDraftAsync(Community, "asn-guide", Draft("one"), null, default);
        var published = await Grid.PublishAsync(Community, created.Id, 1, "key-1", default);

        (await Code(Grid.ArchiveAsync(Community, created.Id, created.Etag, "key-2", default))).ShouldBe("precondition_failed");
        (await Grid.ArchiveAsync(Community, created.Id, published.Etag, "key-3", default)).State.ShouldBe(DocumentState.Archived);
    }

    [Fact]
    public async Task The_inventory_lists_each_document_once_as_it_is()
    {
        foreach (var id in new[] { "one", "two", "three" })
        {
            var created = await Grid.PutDraftAsync(Community, id, Draft(id), null, default);
            await Grid.PublishAsync(Community, created.Id, 1, $"key-{id}", default);
        }

        (await Grid.ListDocumentsAsync(Community, default))
            .Select(document => (document.ExternalId, document.ManagedBy, document.State, document.Fingerprint))
            .ShouldBe(
                [
                    ("one", "docs-pipeline", DocumentState.Published, "one"),
                    ("two", "docs-pipeline", DocumentState.Published, "two"),
                    ("three", "docs-pipeline", DocumentState.Published, "three"),
                ],
                ignoreOrder: true);
    }

    [Fact]
    public async Task A_file_is_uploaded_once_under_its_hash_and_scanned()
    {
        var bytes = "-----BEGIN CERTIFICATE-----"u8.ToArray();
        var sha256 = Digest.Of(bytes);
        (await Grid.FindAttachmentAsync(Community, sha256, default)).ShouldBeNull();

        await Grid.PutAttachmentAsync(Community, sha256, bytes, "application/pkix-cert", default);
        (await Grid.PutAttachmentAsync(Community, sha256, bytes, "application/pkix-cert", default)).Sha256.ShouldBe(sha256);

        (await Grid.WaitForScanAsync(Community, sha256, TimeSpan.FromSeconds(30), default)).ScanStatus.ShouldBe(ScanStatus.Clean);
        (await Grid.FindAttachmentAsync(Community, sha256, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Names_the_partners_and_the_groups_that_an_audience_may_name()
    {
        (await Grid.ListPartnersAsync(Community, default)).Select(partner => (partner.Id, partner.Name)).ShouldBe(
            [("acme", "Acme Tools"), ("borealis", "Borealis Foods"), ("cobalt", "Cobalt Freight")], ignoreOrder: true);
        (await Grid.ListGroupsAsync(Community, default)).Select(group => group.Id).ShouldBe(
            ["everyone", "new-suppliers", "x12-suppliers", "edifact-suppliers", "carriers"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_no_partner_sent_is_not_found()
    {
        foreach (var kind in Enum.GetValues<ItemKind>())
        {
            (await Grid.FindItemAsync(Community, new ItemReference(kind, "no_such"), default)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_feed_without_news_gives_the_cursor_to_come_back_with()
    {
        var start = (await Grid.ReadEventsAsync(Community, null, default))!;

        start.HasMore.ShouldBeFalse();
        (await Grid.ReadEventsAsync(Community, start.NextCursor, default))!.Items.ShouldBeEmpty();
    }

    private protected static GridDraft Draft(string fingerprint) => new(
        "faq-article", "docs-pipeline", "ASN guide", new GridAudience(["x12-suppliers"], [], []), DraftContent.Of("<p>Text.</p>"))
    {
        Summary = "How to send an ASN.",
        Facts = [new GridFact("cutover-start", "Cutover starts", "2027-03-01")],
        EffectiveFrom = new DateOnly(2027, 3, 1),
        Fingerprint = fingerprint,
        Source = new GridSource("halden/partner-docs", new string('a', 40))
        {
            Path = "content/faq/asn-guide.md",
            PullRequest = 7,
            Approvers = ["mara-lind"],
            ConfluencePage = "98304",
            ConfluenceVersion = 3,
        },
    };

    private static async Task<string> Code(Task call) => (await Should.ThrowAsync<RemoteException>(() => call)).Code;
}
