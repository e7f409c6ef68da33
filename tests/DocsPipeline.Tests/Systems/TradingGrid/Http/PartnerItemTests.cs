using Build.Environments;
using DocsPipeline.Systems;
using DocsPipeline.Systems.TradingGrid;
using DocsPipeline.Systems.TradingGrid.Http;
using DocsPipeline.Tests.Sandbox.TradingGrid;

namespace DocsPipeline.Tests.Systems.TradingGrid.Http;

/// <summary>What partners send, from the sandbox's community to the values that Import works on.</summary>
public sealed class PartnerItemTests(GridWorld world) : IClassFixture<GridWorld>
{
    private const string Community = "halden-suppliers";
    private const string Guide = "/portal/documents/asn-guide";

    private static readonly ExternalRef Counterpart = new("github", "a/b#7", new Uri("https://github.example/7"));

    [Fact]
    public async Task Each_kind_is_told_of_read_and_given_its_counterpart()
    {
        await SendAsync();
        using var grid = new TradingGridClient(SandboxConnections.At(world.Address).TradingGrid);

        var page = (await grid.ReadEventsAsync(Community, null, default))!;

        var told = page.Items.Where(one => !one.IsOwn).Select(one => one.Item!.Value).Distinct().ToList();
        told.Select(item => item.Kind).ShouldBe(Enum.GetValues<ItemKind>(), ignoreOrder: true);
        foreach (var item in told)
        {
            var before = (await grid.FindItemAsync(Community, item, default)).ShouldNotBeNull(item.ToString());
            (before.GetType().Name, before.Id).ShouldBe((item.Kind.ToString(), item.Id));
            var version = await grid.PutReferenceAsync(Community, item, Counterpart, default);
            var after = (await grid.FindItemAsync(Community, item, default))!;
            before.Version.ShouldBeGreaterThan(0, item.ToString());
            version.ShouldBe(item.Kind == ItemKind.Acknowledgement ? null : after.Version, item.ToString());
            (after.Version > before.Version).ShouldBe(item.Kind != ItemKind.Acknowledgement, item.ToString());
        }

        var next = (await grid.ReadEventsAsync(Community, page.NextCursor, default))!;
        next.Items.ShouldNotBeEmpty();
        next.Items.ShouldAllBe(one => one.IsOwn);
    }

    private async Task SendAsync()
    {
        await world.PublishAsync("asn-guide", GridWorld.Draft("ASN guide", fields: ("acknowledgementRequired", true)));
        using var anna = await world.AnnaAsync();
        await anna.RaiseCaseAsync("ASN rejected");
        foreach (var (page, action, fields) in new (string, string, (string, string)[])[]
        {
            ("/portal/questions/new", "/portal/questions", [("body", "Is the MDN signed?")]),
            (Guide, $"{Guide}/feedback", [("revision", "1"), ("helpful", "no"), ("comment", "Too short")]),
            (Guide, $"{Guide}/acknowledge", [("revision", "1")]),
        })
        {
            (await anna.SendAsync(page, action, fields)).Status.ShouldBe(303, action);
        }

        (await world.Desk.PostAsync("/incidents", new
        {
            title = "Acknowledgements delayed",
            severity = 1,
            startedAt = "2026-11-20T08:00:00Z",
            detectedAt = "2026-11-20T08:55:00Z",
            impact = new { summary = "412 ASNs late", documentsDelayed = 412 },
        })).Is(201);
        (await world.Desk.PostAsync("/test-runs", new
        {
            partnerId = "acme",
            planId = "asn-certification",
            results = new[] { new { testCaseId = "TC-1", status = "passed" } },
        })).Is(201);
    }
}
