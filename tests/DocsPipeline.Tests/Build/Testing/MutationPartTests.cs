using System.Reflection;
using Build.CommandLine;
using Build.Tasks;
using Build.Testing;

namespace DocsPipeline.Tests.Build.Testing;

public sealed class MutationPartTests
{
    [Fact]
    public void The_parts_are_those_that_the_target_offers() => typeof(Mutate).GetCustomAttributes<TaskArgumentAttribute>()
        .Single(argument => argument.Name == "only").Choices
        .ShouldBe(MutationPart.All.Select(part => part.Name));

    [Fact]
    public void Every_pattern_finds_files() => MutationPart.All.SelectMany(part => part.Files)
        .Where(pattern => !Directory.EnumerateFiles(
            Path.Combine(Checkout.Root, "src/DocsPipeline", Path.GetDirectoryName(pattern)!), Path.GetFileName(pattern)).Any())
        .ShouldBeEmpty();

    [Fact]
    public void Every_filter_finds_tests()
    {
        var tests = typeof(MutationPartTests).Assembly.GetTypes().Select(type => type.FullName!).ToList();

        MutationPart.All.SelectMany(part => part.Filter.Split('|'))
            .Select(term => term.Replace("FullyQualifiedName~", "", StringComparison.Ordinal))
            .Where(term => !tests.Exists(name => name.Contains(term, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }
}
