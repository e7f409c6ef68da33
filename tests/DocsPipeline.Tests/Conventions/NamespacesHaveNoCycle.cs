namespace DocsPipeline.Tests.Conventions;

/// <summary>A folder can be understood after those below it: no two namespaces need each other, not by way of others either.</summary>
public sealed class NamespacesHaveNoCycle
{
    [Fact]
    public void No_two_namespaces_need_each_other() => CompiledCode
        .Cycles(CompiledCode.Arrows.Select(arrow => (arrow.From.Namespace, arrow.To.Namespace)))
        .Select(knot => string.Join(" <-> ", knot))
        .ShouldBeEmpty();
}
