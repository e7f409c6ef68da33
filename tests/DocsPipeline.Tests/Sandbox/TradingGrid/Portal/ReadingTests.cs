namespace DocsPipeline.Tests.Sandbox.TradingGrid.Portal;

public sealed class ReadingTests(GridWorld world) : IClassFixture<GridWorld>, IAsyncLifetime
{
    private PartnerBrowser anna = null!;

    public async Task InitializeAsync() => anna = await world.AnnaAsync();

    public Task DisposeAsync()
    {
        anna.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_page_shows_text_facts_and_revision_but_no_provenance()
    {
        await world.PublishAsync("full-page", GridWorld.Draft("AS2 & more", "<h2>Endpoints</h2>", [
            ("summary", "How <to> connect"), ("effectiveFrom", "2026-01-02"),
            ("facts", new[] { new { name = "hours", label = "Support hours", value = "08:00\n17:00" } }),
            (
                "source",
                new
                {
                    repository = "halden/partner-docs",
                    commit = new string('a', 40),
                    pullRequest = 7,
                    approvers = new[] { "mara-lind" },
                }),
            ("fingerprint", "finger-print")]));
        var page = await anna.GetAsync("/portal/documents/full-page");

        page.Body.ShouldContain("AS2 &amp; more");
        page.Body.ShouldContain("How &lt;to&gt; connect");
        page.Body.ShouldContain("<h2>Endpoints</h2>");
        page.Body.ShouldContain("<dt>Support hours</dt><dd>08:00<br>17:00</dd>");
        page.Body.ShouldContain("<dt>Effective</dt><dd>2 January 2026</dd>");
        page.Body.ShouldContain("<dt>Revision</dt><dd>1</dd>");
        foreach (var inside in new[] { "partner-docs", new string('a', 40), "mara-lind", "finger-print", "docs-pipeline" })
        {
            page.Body.ShouldNotContain(inside);
        }
    }

    [Fact]
    public async Task Pages_run_no_scripts_and_load_nothing_from_elsewhere()
    {
        await world.PublishForAsync("acme", "quiet", html: """<p>x</p><script>alert(1)</script><img src="https://track.example/p.png">""");
        var page = await anna.GetAsync("/portal/documents/quiet");

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        page.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.Body.ShouldNotContain("<script");
        page.Body.ShouldNotContain("track.example");
    }

    [Fact]
    public async Task A_superseded_document_says_so_and_points_to_its_successor()
    {
        await world.PublishAsync("old-spec", GridWorld.Draft("Old spec"));
        await world.PublishAsync("new-spec", GridWorld.Draft("New spec", fields: ("supersedes", new[] { "old-spec" })));

        var page = (await anna.GetAsync("/portal/documents/old-spec")).Body;
        page.ShouldContain("Superseded.");
        page.ShouldContain("""<a href="/portal/documents/new-spec">New spec</a>""");
        (await anna.GetAsync("/portal/documents?q=old")).Body.ShouldContain("Superseded");
    }

    [Fact]
    public async Task A_successor_that_the_partner_may_not_read_is_not_named()
    {
        await world.PublishAsync("shared-old", GridWorld.Draft("Shared old"));
        await world.PublishAsync(
            "bo-new",
            GridWorld.Draft(
                "Secret successor",
                fields: [("supersedes", new[] { "shared-old" }), ("audience", new { partners = new[] { "borealis" } })]));

        var page = (await anna.GetAsync("/portal/documents/shared-old")).Body;
        page.ShouldContain("no longer in force");
        page.ShouldNotContain("Secret successor");
        page.ShouldNotContain("bo-new");
    }

    [Fact]
    public async Task An_archived_document_is_gone()
    {
        var published = await world.PublishForAsync("acme", "withdrawn");
        (await anna.GetAsync("/portal/documents/withdrawn")).Status.ShouldBe(200);
        (await world.Pipeline.PostAsync($"/documents/{published.Id}/archive", new { reason = "withdrawn" })).Is(200);

        (await anna.GetAsync("/portal/documents/withdrawn")).Body.ShouldBe((await anna.GetAsync("/portal/documents/never-was")).Body);
        (await anna.GetAsync("/portal/documents")).Body.ShouldNotContain("withdrawn");
    }

    [Fact]
    public async Task A_draft_does_not_change_what_partners_read()
    {
        var published = await world.PublishForAsync("acme", "steady", "Steady", "<p>In force</p>");
        (
            await world.Pipeline.PutAsync(
                "/documents/by-external-id/steady", GridWorld.Draft("Unsteady", "<p>Not yet</p>"), ("If-Match", published.ETag))).Is(200);

        var page = (await anna.GetAsync("/portal/documents/steady")).Body;
        page.ShouldContain("In force");
        page.ShouldNotContain("nsteady");
    }

    [Fact]
    public async Task Roles_narrow_the_readers_of_a_company()
    {
        await world.PublishAsync(
            "business-only",
            GridWorld.Draft("Prices", fields: ("audience", new { groups = new[] { "everyone" }, roles = new[] { "business" } })));
        using var cleo = await world.PartnerAsync("cleo@cobalt.example");

        (await anna.GetAsync("/portal/documents/business-only")).Status.ShouldBe(404);
        (await cleo.GetAsync("/portal/documents/business-only")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Files_are_downloaded_and_pictures_shown()
    {
        var text = await world.UploadCleanAsync("<script>alert(1)</script>", "text/html");
        var picture = await world.UploadCleanAsync("not really a picture", "image/png");
        await world.PublishAsync(
            "with-files",
            GridWorld.Draft(
                "Files", $"""<p><img src="attachment:{picture}" alt="p"></p>""",
                ("attachments", new[] { new { sha256 = text, fileName = "a page.html" }, new { sha256 = picture, fileName = "p.png" } })));

        (await anna.GetAsync("/portal/documents/with-files"))
            .Body.ShouldContain($"""<img src="/portal/documents/with-files/files/{picture}/p.png" alt="p" loading="lazy">""");
        var download = await anna.GetAsync($"/portal/documents/with-files/files/{text}/a%20page.html");
        download.ContentHeaders.ContentType!.MediaType.ShouldBe("application/octet-stream");
        download.ContentHeaders.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await anna.GetAsync($"/portal/documents/with-files/files/{picture}/p.png"))
            .ContentHeaders.ContentType!.MediaType.ShouldBe("image/png");
    }

    [Fact]
    public async Task Search_looks_at_titles_facts_and_text_and_wants_every_word()
    {
        await world.PublishAsync(
            "searchable",
            GridWorld.Draft(
                "Zeppelin", "<p>Quark <b>lepton</b></p>", ("facts", new[] { new { name = "f", label = "Gluon", value = "Meson" } })));

        foreach (var query in new[] { "zeppelin", "lepton+quark", "MESON" })
        {
            (await anna.GetAsync($"/portal/documents?q={query}")).Body.ShouldContain("/portal/documents/searchable\"");
        }

        (await anna.GetAsync("/portal/documents?q=quark+boson")).Body.ShouldContain("No documents");
        (await anna.GetAsync("/portal/documents?q=%3Cscript%3E")).Body.ShouldNotContain("<script");
    }
}
