using System.Text.Json;

namespace DocsPipeline.Tests.Sandbox.TradingGrid;

public sealed class ContractTests(GridWorld world) : IClassFixture<GridWorld>
{
    public static TheoryData<string, string> Operations()
    {
        var data = new TheoryData<string, string>();
        foreach (var (method, path) in Contract.Operations.Where(operation => operation.Path.StartsWith("/v1", StringComparison.Ordinal)))
        {
            data.Add(method, path);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_sandbox_knows_every_operation_of_the_contract_and_guards_it(string method, string template)
    {
        var path = template.Replace("{communityId}", "halden-suppliers", StringComparison.Ordinal)
            .Replace("{", "", StringComparison.Ordinal)
            .Replace("}", "", StringComparison.Ordinal);

        (await new GridCaller(world.Http, "").SendAsync(method, path, null)).Is(401, "token_missing");
    }

    [Fact]
    public async Task An_answer_with_a_field_that_is_not_in_the_contract_would_be_found()
    {
        var community = (await world.Pipeline.GetAsync("")).Is(200);
        var text = community.Json.GetRawText();

        Faults(text).ShouldBeEmpty();
        Faults(text.Replace("\"status\":\"active\"", "\"status\":\"open\"", StringComparison.Ordinal)).ShouldHaveSingleItem();
        Faults(text.Replace("\"status\":", "\"state\":", StringComparison.Ordinal)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_not_in_the_contract_does_not_exist()
    {
        (await world.Pipeline.GetAsync("/surveys")).Is(404, "not_found");
        (await world.Pipeline.GetAsync("/v1/communities/other-suppliers/documents")).Is(404, "not_found");
    }

    private static IReadOnlyList<string> Faults(string json) =>
        Contract.Faults("GET", GridCaller.Community, 200, "application/json", JsonSerializer.Deserialize<JsonElement>(json));
}
