namespace DocsPipeline.Tests.Sandbox.TradingGrid;

public sealed class ListingTests : IAsyncLifetime
{
    private readonly GridWorld world = new();

    public async Task InitializeAsync()
    {
        await world.InitializeAsync();
        for (var number = 1; number <= 5; number++)
        {
            (await world.CreateAsync($"doc-{number}", GridWorld.Draft($"Document {number}"))).Is(201);
        }
    }

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Pages_follow_each_other_and_the_first_tells_the_total()
    {
        var first = (await world.Pipeline.GetAsync("/documents?limit=2")).Is(200);
        first["total"].GetInt32().ShouldBe(5);
        var second = (await world.Pipeline.GetAsync($"/documents?limit=2&cursor={first.Text("nextCursor")}")).Is(200);
        second["total"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

        (await world.Pipeline.AllAsync("/documents?limit=2")).Select(document => document.GetProperty("externalId").GetString())
            .ShouldBe(["doc-1", "doc-2", "doc-3", "doc-4", "doc-5"]);
    }

    [Fact]
    public async Task Filters_narrow_items_and_total()
    {
        await world.PublishForAsync("borealis", "for-borealis");

        var page = (
            await world.Pipeline.GetAsync(
                "/documents?state=published&managedBy=docs-pipeline&kind=faq-article&readableBy=borealis")).Is(200);
        page["total"].GetInt32().ShouldBe(1);
        (await world.Pipeline.GetAsync("/documents?readableBy=acme"))["total"].GetInt32().ShouldBe(0, "drafts are read by nobody");
        (await world.Pipeline.GetAsync("/documents?state=fresh")).Is(400, "invalid_parameter");
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_query_and_expires()
    {
        var cursor = (await world.Pipeline.GetAsync("/documents?limit=1")).Text("nextCursor");

        (await world.Pipeline.GetAsync($"/documents?kind=notice&cursor={cursor}")).Is(400, "invalid_parameter");
        (await world.Pipeline.GetAsync($"/cases?cursor={cursor}")).Is(400, "invalid_parameter");
        await world.WaitAsync(3601);
        (await (await GridCaller.SignInAsync(world.Http, "docs-pipeline", "sandbox-client-secret")).GetAsync($"/documents?cursor={cursor}"))
            .Is(410, "cursor_expired");
    }
}
