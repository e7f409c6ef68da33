using Build;
using Build.CommandLine;

namespace DocsPipeline.Tests.Conventions;

/// <summary>One word for one thing: the target, its task file, its flow's folder and its workflow.</summary>
public sealed class OneWordFivePlaces
{
    private static readonly TargetList Targets = TargetList.Of(typeof(BuildContext).Assembly);

    [Fact]
    public void A_flow_is_called_the_same_everywhere()
    {
        foreach (var word in new[] { "Export", "Validate", "Publish", "Import" }.Where(word => Targets.Find(word) is not null))
        {
            var small = word.ToLowerInvariant();
            foreach (var place in new[] { $"src/DocsPipeline/Flows/{word}", $".github/workflows/{small}.yml" })
            {
                Path.Exists(Path.Combine(Checkout.Root, place)).ShouldBeTrue($"{place} is missing");
            }
        }
    }

    [Fact]
    public void Every_target_is_a_file_of_its_name() => Directory
        .EnumerateFiles(Path.Combine(Checkout.Root, "build/Tasks"), "*.cs")
        .Select(Path.GetFileNameWithoutExtension)
        .ShouldBe(Targets.All.Append(Targets.Default).Select(target => target.Name), ignoreOrder: true);
}
