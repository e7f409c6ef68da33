namespace DocsPipeline.Tests.Sandbox.TradingGrid;

public sealed class QueryTests(GridWorld world) : IClassFixture<GridWorld>
{
    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("limit=ten")]
    [InlineData("limit=1&limit=2")]
    [InlineData("cursor=abc")]
    [InlineData("cursor=eyJ9")]
    public async Task Parameters_that_make_no_sense_are_refused(string query) =>
        (await world.Pipeline.GetAsync($"/documents?{query}")).Is(400, "invalid_parameter");

    [Fact]
    public async Task Unknown_parameters_are_refused() =>
        (await world.Pipeline.GetAsync("/documents?offset=2")).Is(400, "unknown_parameter");
}
