namespace DocsPipeline.Tests.Conventions;

/// <summary>Who reads a type's name in a message or a review need not ask which one is meant.</summary>
public sealed class NamesAreTakenOnce
{
    [Fact]
    public void No_two_types_of_the_product_have_one_name() => CompiledCode.Types
        .Where(type => type.Assembly is "DocsPipeline" or "DocsPipeline.StorageFormat" or "DocsPipeline.MSBuild")
        .GroupBy(type => type.Name)
        .Where(group => group.Count() > 1)
        .Select(group => string.Join(" and ", group))
        .ShouldBeEmpty();
}
