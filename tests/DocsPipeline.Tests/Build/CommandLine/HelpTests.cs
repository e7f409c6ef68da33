using System.Reflection;
using System.Text.RegularExpressions;
using Build;
using Build.CommandLine;
using Build.Tasks;
using Cake.Frosting;

namespace DocsPipeline.Tests.Build.CommandLine;

public sealed partial class HelpTests
{
    private static readonly TargetList Targets = TargetList.Of(typeof(BuildContext).Assembly);

    [Fact]
    public void The_overview_is_the_one_that_was_reviewed() =>
        Help.Overview(Targets).ShouldMatchSnapshot();

    [Fact]
    public void The_page_of_each_target_is_the_one_that_was_reviewed() =>
        string.Join("\n", Targets.All.Select(Help.Page)).ShouldMatchSnapshot();

    [Fact]
    public void Every_task_is_in_the_list_that_help_shows() => Targets.All.Append(Targets.Default)
        .Select(target => target.Name)
        .ShouldBe(Tasks.Select(type => new FrostingTaskType(type).Name), ignoreOrder: true);

    [Fact]
    public void Every_task_has_a_place_of_its_own_in_that_list() => Tasks
        .Where(type => type != typeof(Default))
        .Select(type => type.GetCustomAttribute<TaskOrderAttribute>().ShouldNotBeNull(type.Name).Place)
        .ShouldBe(Enumerable.Range(1, Targets.All.Count), ignoreOrder: true);

    [Fact]
    public void Every_target_has_a_description_and_an_example_that_calls_it()
    {
        foreach (var target in Targets.All)
        {
            target.Description.ShouldNotBeNullOrWhiteSpace(target.Name);
            target.Examples.ShouldNotBeEmpty(target.Name);
            target.Examples.ShouldAllBe(example => example.Split(' ', StringSplitOptions.None)[0] == target.Word);
            Should.NotThrow(() => target.Examples.SelectMany(example => new TargetCommandLine(Targets).Read(example.Split(' '))).ToList());
        }
    }

    [Fact]
    public void Every_argument_is_described_and_only_one_may_stand_without_its_name()
    {
        foreach (var target in Targets.All)
        {
            target.Arguments.ShouldAllBe(argument => argument.Description.Length > 10, target.Name);
            target.Arguments.Count(argument => argument.Positional).ShouldBeLessThanOrEqualTo(1, target.Name);
        }
    }

    [Fact]
    public void Every_argument_that_a_task_asks_for_is_declared_by_it()
    {
        foreach (var type in Tasks)
        {
            var source = File.ReadAllText(Path.Combine(Checkout.Root, "build", "Tasks", $"{type.Name}.cs"));
            var asked = Asked().Matches(source).Select(match => match.Groups[1].Value);
            var declared = type.GetCustomAttributes<TaskArgumentAttribute>().Select(argument => argument.Name);
            asked.Except(declared).ShouldBeEmpty($"{type.Name} asks for what its help does not tell");
        }
    }

    private static IEnumerable<Type> Tasks => typeof(BuildContext).Assembly.GetTypes().Where(FrostingTaskType.IsTask);

    [GeneratedRegex(@"context\.(?:Option|Has|PathOption)\(""([^""]+)""\)")]
    private static partial Regex Asked();
}
