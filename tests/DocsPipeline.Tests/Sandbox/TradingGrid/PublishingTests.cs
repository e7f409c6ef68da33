using System.Text.Json;

namespace DocsPipeline.Tests.Sandbox.TradingGrid;

public sealed class PublishingTests(GridWorld world) : IClassFixture<GridWorld>
{
    private GridCaller Pipeline => world.Pipeline;

    [Fact]
    public async Task One_revision_at_most_is_published_and_older_ones_stay_readable()
    {
        await world.PublishAsync("guide", GridWorld.Draft("Guide", "<p>1</p>"));
        var second = await world.PublishAsync("guide", GridWorld.Draft("Guide", "<p>2</p>"));

        second["publishedRevision"].GetInt32().ShouldBe(2);
        (await Pipeline.AllAsync($"/documents/{second.Id}/revisions"))
            .Select(revision => revision.GetProperty("state").GetString())
            .ShouldBe(["superseded", "published"]);
        var first = (await Pipeline.GetAsync($"/documents/{second.Id}/revisions/1")).Is(200);
        first["content"].GetProperty("html").GetString().ShouldBe("<p>1</p>");
    }

    [Fact]
    public async Task A_newer_draft_is_not_published_by_mistake()
    {
        var published = await world.PublishAsync("careful", GridWorld.Draft("Careful", "<p>1</p>"));
        var changed = (
            await Pipeline.PutAsync(
                "/documents/by-external-id/careful", GridWorld.Draft("Careful", "<p>2</p>"), ("If-Match", published.ETag))).Is(200);

        (await Pipeline.PostAsync($"/documents/{changed.Id}/publish", new { revision = 3 })).Is(409, "revision_is_not_a_draft");
        (
            await Pipeline.SendAsync(
                "POST", $"/documents/{changed.Id}/publish", System.Net.Http.Json.JsonContent.Create(new { revision = 2 }),
                ("Idempotency-Key", "careful-1"), ("If-Match", published.ETag)))
            .Is(412, "precondition_failed");
    }

    [Fact]
    public async Task Publishing_what_is_published_changes_nothing()
    {
        var published = await world.PublishAsync("calm", GridWorld.Draft("Calm"));
        var before = (await Pipeline.EventTypesAsync()).Count;

        (await Pipeline.PostAsync($"/documents/{published.Id}/publish", new { revision = 1 })).Is(200).ETag.ShouldBe(published.ETag);
        (await Pipeline.EventTypesAsync()).Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_scheduled_revision_waits_for_its_time()
    {
        var draft = (await world.CreateAsync("later", GridWorld.Draft("Later"))).Is(201);
        var now = DateTimeOffset.Parse((await world.Http.GetStringAsync("/_sandbox/clock")).Split('"')[3]);
        string At(double hours) => now.AddHours(hours).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");

        (await Pipeline.PostAsync($"/documents/{draft.Id}/publish", new { revision = 1, publishAt = At(-1) })).Is(422);
        (await Pipeline.PostAsync($"/documents/{draft.Id}/publish", new { revision = 1, publishAt = At(0.5) }))
            .Is(200)
            .Text("state")
            .ShouldBe("scheduled");
        using var anna = await world.AnnaAsync();
        (await anna.GetAsync("/portal/documents/later")).Status.ShouldBe(404);

        await world.WaitAsync(1900);

        (await anna.GetAsync("/portal/documents/later")).Status.ShouldBe(200);
        (await Pipeline.GetAsync($"/documents/{draft.Id}")).Text("state").ShouldBe("published");
    }

    [Fact]
    public async Task A_changed_draft_is_off_the_schedule()
    {
        var draft = (await world.CreateAsync("rethought", GridWorld.Draft("Rethought"))).Is(201);
        var scheduled = (
            await Pipeline.PostAsync($"/documents/{draft.Id}/publish", new { revision = 1, publishAt = "2099-01-01T00:00:00Z" })).Is(200);
        var changed = (
            await Pipeline.PutAsync(
                "/documents/by-external-id/rethought", GridWorld.Draft("Rethought twice"), ("If-Match", scheduled.ETag))).Is(200);

        changed.Text("state").ShouldBe("draft");
        changed["draft"].GetProperty("scheduledAt").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_successor_supersedes_and_a_later_revision_can_take_that_back()
    {
        await world.PublishAsync("spec-3", GridWorld.Draft("Spec 3"));
        await world.PublishAsync("spec-4", GridWorld.Draft("Spec 4", fields: ("supersedes", new[] { "spec-3", "never-was" })));

        var old = (await Pipeline.GetAsync("/documents/by-external-id/spec-3")).Is(200);
        (old.Text("state"), old.Text("supersededBy")).ShouldBe(("superseded", "spec-4"));
        (await world.PublishAsync("spec-3", GridWorld.Draft("Spec 3, wording"))).Text("state").ShouldBe("superseded");

        await world.PublishAsync("spec-4", GridWorld.Draft("Spec 4", "<p>No longer.</p>"));
        (await Pipeline.GetAsync("/documents/by-external-id/spec-3")).Text("state").ShouldBe("published");
    }

    [Fact]
    public async Task An_archived_document_has_a_reason_and_can_come_back()
    {
        await world.PublishAsync("heir", GridWorld.Draft("Heir"));
        var published = await world.PublishAsync("gone", GridWorld.Draft("Gone"));
        var path = $"/documents/{published.Id}/archive";

        (await Pipeline.PostAsync(path, new { reason = "bored" })).Is(422).Pointers.ShouldBe(["/reason not_in_list"]);
        (await Pipeline.PostAsync(path, new { reason = "replaced", successor = "no-heir" }))
            .Is(422).Pointers
            .ShouldBe(["/successor unknown_document"]);
        var archived = (await Pipeline.PostAsync(path, new { reason = "replaced", note = "n", successor = "heir" })).Is(200);
        archived.Text("state").ShouldBe("archived");
        archived["archive"].GetProperty("successor").GetString().ShouldBe("heir");
        (await Pipeline.PostAsync(path, new { reason = "withdrawn" }))
            .Is(200).ETag
            .ShouldBe(archived.ETag, "archiving twice changes nothing");

        (await world.PublishAsync("gone", GridWorld.Draft("Gone"))).Text("state").ShouldBe("published");
    }
}
