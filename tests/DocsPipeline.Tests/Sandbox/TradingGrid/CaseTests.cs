namespace DocsPipeline.Tests.Sandbox.TradingGrid;

public sealed class CaseTests(GridWorld world) : IClassFixture<GridWorld>
{
    [Fact]
    public async Task A_case_lives_from_new_to_closed_and_every_step_is_an_event()
    {
        var id = await OpenAsync("life");
        var path = $"/cases/{id}";
        (
            await world.Desk.PatchAsync(
                path, new { status = "in_progress", slaDueAt = (string?)null }, (await world.Desk.GetAsync(path)).ETag)).Is(200);
        (await world.Desk.PostAsync($"{path}/close", new { })).Is(409, "case_is_not_resolved");
        (await ResolveAsync(id)).Is(200).Text("status").ShouldBe("resolved");
        (await ResolveAsync(id)).Is(409, "case_is_resolved");
        (await world.Desk.PostAsync($"{path}/reopen", new { reason = "It came back." })).Is(200).Text("status").ShouldBe("reopened");
        (await world.Desk.PostAsync($"{path}/reopen", new { reason = "Again." })).Is(409, "case_is_open");
        (await ResolveAsync(id)).Is(200);
        (await world.Desk.PostAsync($"{path}/close", new { })).Is(200).Text("status").ShouldBe("closed");
        (await world.Desk.PostAsync($"{path}/comments", new { body = "Too late." })).Is(409, "case_is_closed");

        (await EventsOfAsync(id))
            .ShouldBe(["case.created", "case.updated", "case.resolved", "case.reopened", "case.resolved", "case.closed"]);
    }

    [Fact]
    public async Task Comments_are_internal_unless_marked_for_the_partner()
    {
        var id = await OpenAsync("comments");
        var silent = (await world.Pipeline.PostAsync($"/cases/{id}/comments", new { body = "Only us." })).Is(201);
        var open = (await world.Pipeline.PostAsync($"/cases/{id}/comments", new { body = "For you.", visibility = "partner" })).Is(201);

        (silent.Text("visibility"), open.Text("visibility")).ShouldBe(("internal", "partner"));
        (await world.Pipeline.AllAsync($"/cases/{id}/comments?limit=1")).Count.ShouldBe(2);
        (await world.Pipeline.PostAsync($"/cases/{id}/comments", new { body = "x", visibility = "public" }))
            .Is(422).Pointers
            .ShouldBe(["/visibility not_in_list"]);
    }

    [Fact]
    public async Task References_to_other_systems_are_one_for_each_system_and_safe_to_repeat()
    {
        var id = await OpenAsync("references");
        var comment = (
            await world.Pipeline.PostAsync(
                $"/cases/{id}/comments", new { body = "b", externalRefs = new[] { new { system = "github", id = "1" } } })).Is(201);
        var first = (
            await world.Pipeline.PutAsync(
                $"/cases/{id}/external-refs/github", new { id = "halden/partner-docs#12", url = "https://github.example/12" })).Is(200);
        var again = (
            await world.Pipeline.PutAsync(
                $"/cases/{id}/external-refs/github", new { id = "halden/partner-docs#12", url = "https://github.example/12" })).Is(200);
        again.ETag.ShouldBe(first.ETag);

        (await world.Pipeline.PutAsync($"/cases/{id}/external-refs/github", new { id = "halden/partner-docs#13" }))
            .Is(200)["externalRefs"]
            .GetArrayLength()
            .ShouldBe(1);
        (await world.Pipeline.PutAsync($"/cases/{id}/comments/{comment.Id}/external-refs/confluence", new { id = "9" }))
            .Is(200)["externalRefs"]
            .GetArrayLength()
            .ShouldBe(2);
        (await world.Pipeline.PutAsync($"/cases/{id}/comments/cmt_0/external-refs/confluence", new { id = "9" })).Is(404);
        (await world.Pipeline.PutAsync($"/cases/{id}/external-refs/Git%20Hub", new { id = "9" })).Is(400, "invalid_parameter");
    }

    [Fact]
    public async Task A_document_that_helps_is_linked_once()
    {
        var id = await OpenAsync("links");
        await world.PublishForAsync("acme", "helps");

        var linked = (await world.Pipeline.PutAsync($"/cases/{id}/documents/helps", null)).Is(200);
        (await world.Pipeline.PutAsync($"/cases/{id}/documents/helps", null)).Is(200).ETag.ShouldBe(linked.ETag);
        (await world.Pipeline.PutAsync($"/cases/{id}/documents/does-not-exist", null)).Is(404, "not_found");
    }

    [Fact]
    public async Task Files_are_attached_after_they_were_uploaded()
    {
        var id = await OpenAsync("files");
        var sha256 = await world.UploadAsync("a log");

        (await world.Pipeline.PostAsync($"/cases/{id}/attachments", new { sha256, fileName = "../log.txt" }))
            .Is(422).Pointers
            .ShouldBe(["/fileName pattern"]);
        (await world.Pipeline.PostAsync($"/cases/{id}/attachments", new { sha256 = new string('0', 64), fileName = "log.txt" }))
            .Is(422).Pointers
            .ShouldBe(["/sha256 unknown_attachment"]);
        (await world.Pipeline.PostAsync($"/cases/{id}/attachments", new { sha256, fileName = "log.txt" }))
            .Is(201)["attachments"][0]
            .GetProperty("visibility")
            .GetString()
            .ShouldBe("internal");
    }

    [Fact]
    public async Task Some_statuses_are_reached_by_their_action_only()
    {
        var id = await OpenAsync("actions");
        var etag = (await world.Desk.GetAsync($"/cases/{id}")).ETag;

        (await world.Desk.PatchAsync($"/cases/{id}", new { status = "resolved" }, etag))
            .Is(422).Pointers
            .ShouldBe(["/status use_the_action"]);
        (await world.Desk.PatchAsync($"/cases/{id}", new { severity = 1 }, "\"old\"")).Is(412, "precondition_failed");
        (await world.Pipeline.PatchAsync($"/cases/{id}", new { severity = 1 }, etag)).Is(403, "insufficient_scope");
    }

    [Fact]
    public async Task Cases_are_opened_for_partners_that_exist() =>
        (
            await world.Desk.PostAsync(
                "/cases", new { partnerId = "umbrella", category = "other", severity = 3, subject = "s", description = "d" }))
            .Is(422).Pointers
            .ShouldBe(["/partnerId unknown_partner"]);

    private async Task<string> OpenAsync(string subject) => (await world.Desk.PostAsync(
        "/cases",
        new
        {
            partnerId = "acme",
            category = "mapping",
            severity = 2,
            subject,
            description = "d",
            transactionRef = new { standard = "X12", set = "856", ackStatus = "R" },
        })).Is(201).Id;

    private Task<GridReply> ResolveAsync(string id) =>
        world.Desk.PostAsync(
            $"/cases/{id}/resolve",
            new { rootCauseCategory = "partner-data", rootCause = "MAN02 was empty.", steps = new[] { "Corrected", "Resent" } });

    private async Task<IEnumerable<string?>> EventsOfAsync(string id) => (await world.Desk.AllAsync("/events"))
        .Where(happened => happened.GetProperty("resource").GetProperty("id").GetString() == id)
            .Select(happened => happened.GetProperty("type").GetString());
}
