using System.Text;

namespace DocsPipeline.Tests.Sandbox.TradingGrid;

public sealed class DraftTests(GridWorld world) : IClassFixture<GridWorld>
{
    private GridCaller Pipeline => world.Pipeline;

    [Fact]
    public async Task A_new_document_is_a_draft_that_nobody_sees()
    {
        var created = (await world.CreateAsync("new-draft", GridWorld.Draft("New"))).Is(201);

        created.Text("state").ShouldBe("draft");
        created.Headers.Location!.OriginalString.ShouldEndWith(created.Id);
        using var anna = await world.AnnaAsync();
        (await anna.GetAsync("/portal/documents/new-draft")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Preconditions_are_required_and_hold()
    {
        var created = (await world.CreateAsync("guarded", GridWorld.Draft("One"))).Is(201);
        var path = "/documents/by-external-id/guarded";
        var next = GridWorld.Draft("Two");

        (await Pipeline.PutAsync(path, next)).Is(428, "precondition_required");
        (await Pipeline.PutAsync(path, next, ("If-None-Match", "*"))).Is(412, "precondition_failed");
        (await Pipeline.PutAsync(path, next, ("If-Match", "\"stale\""))).Is(412, "precondition_failed");
        (await Pipeline.PutAsync(path, next, ("If-Match", created.ETag), ("If-None-Match", "*"))).Is(400, "conflicting_preconditions");
        (await Pipeline.PutAsync("/documents/by-external-id/nowhere", next, ("If-Match", "\"x\""))).Is(412, "precondition_failed");

        var changed = (await Pipeline.PutAsync(path, next, ("If-Match", created.ETag))).Is(200);
        changed.ETag.ShouldNotBe(created.ETag);
        changed["draftRevision"].GetInt32().ShouldBe(1, "a draft is replaced in place");
    }

    [Fact]
    public async Task The_same_draft_again_changes_nothing()
    {
        var created = (await world.CreateAsync("twice", GridWorld.Draft("Same"))).Is(201);
        var again = (await Pipeline.PutAsync("/documents/by-external-id/twice", GridWorld.Draft("Same"), ("If-Match", created.ETag)))
            .Is(200);
        again.ETag.ShouldBe(created.ETag);

        var published = await world.PublishAsync("twice", GridWorld.Draft("Same"));
        var third = (await Pipeline.PutAsync("/documents/by-external-id/twice", GridWorld.Draft("Same"), ("If-Match", published.ETag)))
            .Is(200);
        third.ETag.ShouldBe(published.ETag);
        third["draft"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Every_mistake_in_the_body_is_pointed_at()
    {
        var draft = GridWorld.Draft(
            "Wrong", "<p>x</p>", ("colour", "red"), ("acknowledgementRequired", "yes"),
            ("facts", new[] { new { name = "A", label = "L", value = "v" } }));
        draft.Remove("kind");

        var refused = (await world.CreateAsync("wrong", draft)).Is(422, "invalid_body");

        refused.Pointers.ShouldBe(
            ["/colour unknown_field", "/acknowledgementRequired wrong_type", "/facts/0/name pattern", "/kind required"], ignoreOrder: true);
    }

    [Fact]
    public async Task Audiences_name_what_there_is()
    {
        var draft = GridWorld.Draft(
            "Lost",
            fields: (
                "audience", new { groups = new[] { "x12-suppliers", "x12" }, partners = new[] { "umbrella" }, roles = new[] { "boss" } }));

        var refused = (await world.CreateAsync("lost-audience", draft)).Is(422, "invalid_body");

        refused.Pointers.ShouldBe(
            ["/audience/groups/1 unknown_group", "/audience/partners/0 unknown_partner", "/audience/roles/0 unknown_role"]);
    }

    [Fact]
    public async Task A_hash_of_other_content_is_refused()
    {
        var draft = GridWorld.Draft(
            "Mangled", fields: ("content", new { html = "<p>a</p>", contentSha256 = GridWorld.Sha256("<p>b</p>") }));

        (await world.CreateAsync("mangled", draft)).Is(422).Pointers.ShouldBe(["/content/contentSha256 sha256_mismatch"]);
    }

    [Fact]
    public async Task What_cannot_be_read_is_400_and_what_is_not_JSON_is_415()
    {
        using var broken = new StringContent("{\"kind\":", Encoding.UTF8, "application/json");
        using var text = new StringContent("{}", Encoding.UTF8, "text/plain");

        (await Pipeline.PutAsync("/documents/by-external-id/broken", broken, ("If-None-Match", "*"))).Is(400, "malformed_json");
        (await Pipeline.PutAsync("/documents/by-external-id/broken", text, ("If-None-Match", "*"))).Is(415, "unsupported_media_type");
    }

    [Fact]
    public async Task A_document_of_another_owner_is_not_taken_over()
    {
        var created = (await world.CreateAsync("by-hand", GridWorld.Draft("Hand", fields: ("managedBy", "portal-editor")))).Is(201);

        (await Pipeline.PutAsync("/documents/by-external-id/by-hand", GridWorld.Draft("Ours"), ("If-Match", created.ETag)))
            .Is(409, "owned_by_another");
    }

    [Fact]
    public async Task The_server_rewrites_HTML_but_keeps_the_hash_of_what_was_sent()
    {
        const string html = """<p onclick="x()">See <a href="https://a.example/?a=1&amp;b=2">this</a><script>alert(1)</script> 1 < 2</p>"""
            + """<img src="https://track.example/p.png"><a href="javascript:x()">y</a><!-- c --><svg><b>z</b></svg>""";
        var content = (await world.CreateAsync("rewritten", GridWorld.Draft("Rewritten", html))).Is(201)["draft"].GetProperty("content");

        content.GetProperty("html").GetString().ShouldBe(
            """<p>See <a href="https://a.example/?a=1&amp;b=2" rel="noopener noreferrer nofollow">this</a> 1 &lt; 2</p>"""
            + """<img loading="lazy"><a>y</a>""");
        content.GetProperty("contentSha256").GetString().ShouldBe(GridWorld.Sha256(html));
        content.GetProperty("storedSha256").GetString().ShouldNotBe(GridWorld.Sha256(html));
    }

    [Fact]
    public async Task Nothing_is_deleted()
    {
        var created = (await world.CreateAsync("forever", GridWorld.Draft("Forever"))).Is(201);
        var refused = (await Pipeline.SendAsync("DELETE", $"/documents/{created.Id}", null)).Is(405, "method_not_allowed");
        refused.Status.ShouldBe(405);
        (await Pipeline.GetAsync($"/documents/{created.Id}")).Is(200);
    }

    [Theory]
    [InlineData("<a ")]
    [InlineData("<a \"")]
    [InlineData("<p>")]
    [InlineData("&lt;")]
    public async Task Tangled_markup_holds_nobody_up(string piece)
    {
        var html = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        (await world.CreateAsync($"tangled-{GridWorld.Sha256(piece)[..8]}", GridWorld.Draft("Tangled", html)))
            .Status.ShouldBeOneOf(201, 422);
    }
}
