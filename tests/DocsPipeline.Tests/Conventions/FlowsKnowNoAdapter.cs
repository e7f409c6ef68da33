namespace DocsPipeline.Tests.Conventions;

/// <summary>A flow sees the community as an interface and its values: whoever starts the flow chooses the way there.</summary>
public sealed class FlowsKnowNoAdapter
{
    [Fact]
    public void No_flow_names_a_way_to_reach_the_community() => SourceFile.Below("src/DocsPipeline/Flows")
        .SelectMany(file => file.Mentions.Select(mention => $"{file.Path}: {mention}"))
        .Where(mention => mention.Contains("DocsPipeline.Systems.TradingGrid.", StringComparison.Ordinal))
        .ShouldBeEmpty();

    [Fact]
    public void The_community_as_flows_see_it_knows_no_way_to_reach_it() => SourceFile.Below("src/DocsPipeline/Systems/TradingGrid")
        .Where(file => !file.Path.Contains("/TradingGrid/Http/", StringComparison.Ordinal))
        .SelectMany(file => file.Mentions.Select(mention => $"{file.Path}: {mention}"))
        .Where(mention => mention.Contains("DocsPipeline.Systems.TradingGrid.", StringComparison.Ordinal))
        .ShouldBeEmpty();
}
