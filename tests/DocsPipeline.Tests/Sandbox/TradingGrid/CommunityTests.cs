using System.Text.Json;

namespace DocsPipeline.Tests.Sandbox.TradingGrid;

public sealed class CommunityTests(GridWorld world) : IClassFixture<GridWorld>
{
    [Fact]
    public async Task The_community_says_what_it_can_do()
    {
        var community = (await world.Pipeline.GetAsync("")).Is(200);

        community["sponsor"].GetProperty("name").GetString().ShouldBe("Halden Retail");
        community["capabilities"].GetProperty("audienceResolve").GetBoolean().ShouldBeTrue();
        (await world.Pipeline.AllAsync("/v1/communities")).Single().GetProperty("id").GetString().ShouldBe("halden-suppliers");
    }

    [Fact]
    public async Task The_sample_world_is_there()
    {
        (await world.Pipeline.AllAsync("/partners"))
            .Select(partner => $"{partner.GetProperty("id").GetString()} {partner.GetProperty("status").GetString()}")
            .ShouldBe(["acme active", "borealis testing", "cobalt onboarding"]);
        (await world.Pipeline.AllAsync("/partners?group=new-suppliers&status=testing")).Count.ShouldBe(1);
        (await world.Pipeline.GetAsync("/groups/everyone")).Is(200)["partnerIds"].GetArrayLength().ShouldBe(3);
        (await world.Pipeline.AllAsync("/groups")).Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"roles":["technical"]}""", "")]
    [InlineData("""{"groups":["new-suppliers"]}""", "borealis cobalt")]
    [InlineData("""{"groups":["carriers"],"partners":["acme","cobalt"]}""", "acme cobalt")]
    [InlineData("""{"groups":["everyone"]}""", "acme borealis cobalt")]
    public async Task An_audience_is_the_union_of_its_groups_and_partners_and_nobody_otherwise(string audience, string readers)
    {
        var resolved = (await world.Pipeline.PostAsync("/audiences/resolve", JsonSerializer.Deserialize<JsonElement>(audience))).Is(200);

        string.Join(' ', resolved["partners"].EnumerateArray().Select(partner => partner.GetProperty("id").GetString())).ShouldBe(readers);
    }

    [Fact]
    public async Task Unknown_names_in_an_audience_are_refused() =>
        (await world.Pipeline.PostAsync("/audiences/resolve", new { groups = new[] { "all" } }))
            .Is(422).Pointers
            .ShouldBe(["/groups/0 unknown_group"]);
}
