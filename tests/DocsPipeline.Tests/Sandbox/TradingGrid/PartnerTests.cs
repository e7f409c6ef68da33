namespace DocsPipeline.Tests.Sandbox.TradingGrid;

public sealed class PartnerTests(GridWorld world) : IClassFixture<GridWorld>
{
    [Fact]
    public async Task The_desk_adds_partners_and_changes_their_status()
    {
        var added = (
            await world.Desk.PostAsync(
                "/partners", new { id = "delta", name = "Delta Paper", groups = new[] { "new-suppliers" } })).Is(201);
        (await world.Desk.PostAsync("/partners", new { id = "delta", name = "Again" })).Is(409, "id_is_taken");
        (await world.Desk.PatchAsync("/partners/delta", new { status = "testing" }, null)).Is(428, "precondition_required");
        (await world.Desk.PatchAsync("/partners/delta", new { status = "suspended", region = (string?)null }, added.ETag)).Is(200);

        (await world.Pipeline.PostAsync("/audiences/resolve", new { partners = new[] { "delta" } }))["partnerCount"]
            .GetInt32()
            .ShouldBe(0, "a suspended partner reads nothing");
        (await world.Pipeline.EventTypesAsync()).ShouldBe(["partner.added", "partner.status_changed"]);
    }
}
