namespace DocsPipeline.Tests.Conventions;

/// <summary>A code of Export, Publish or Import is raised by that flow; what lies below speaks for itself, whichever flow asks.</summary>
public sealed class LayersRaiseTheirOwnCodes
{
    private static readonly string[] OfFlows = ["Catalogue.Export.", "Catalogue.Publish.", "Catalogue.Import."];

    [Theory]
    [InlineData("src/DocsPipeline/Documents")]
    [InlineData("src/DocsPipeline/Systems")]
    [InlineData("src/DocsPipeline/Sync")]
    public void What_lies_below_the_flows_raises_no_code_of_a_flow(string folder) => SourceFile.Below(folder)
        .Where(file => OfFlows.Any(code => file.Text.Contains(code, StringComparison.Ordinal)))
        .Select(file => file.Path)
        .ShouldBeEmpty();
}
