using System.Text.RegularExpressions;

namespace DocsPipeline.Tests.Conventions;

/// <summary>What GitHub runs with our secrets: pinned, with the least rights, and deaf to what a pull request says.</summary>
public sealed partial class WorkflowsAreCareful
{
    public static TheoryData<string> Workflows =>
        new(Directory.EnumerateFiles(Path.Combine(Checkout.Root, ".github/workflows")).Select(path => Path.GetFileName(path)!));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_pinned_by_its_full_commit_with_the_version_beside_it(string name)
    {
        var uses = Lines(name).Where(line => line.Contains("uses:")).ToList();
        uses.ShouldNotBeEmpty();
        uses.ShouldAllBe(line => Pinned().IsMatch(line));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Rights_are_given_to_jobs_one_by_one(string name)
    {
        var text = Text(name);
        text.ShouldContain("\npermissions: {}\n");
        text.Split("runs-on:").Length.ShouldBe(Regex.Count(text, "(?m)^    permissions:$") + 1);
        text.ShouldNotContain("write-all");
        text.ShouldNotContain("pull_request_target");
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_step_runs_one_target_and_nothing_that_somebody_else_wrote(string name)
    {
        var run = Lines(name).Where(line => line.Contains("run:")).ToList();
        var target = Path.GetFileNameWithoutExtension(name);
        run.ShouldHaveSingleItem().ShouldContain(target == "ci" ? "run: .ci/run" : $"run: ./build.sh {target}");
        run.ShouldAllBe(line => !line.Contains("${{"));
        Text(name).ShouldNotContain("github.event");
        Text(name).ShouldNotContain("github.head_ref");
        Text(name).ShouldContain("persist-credentials: false");
    }

    [Theory]
    [InlineData("publish.yml")]
    [InlineData("export.yml")]
    [InlineData("import.yml")]
    public void What_writes_waits_its_turn_and_takes_secrets_from_a_protected_environment(string name)
    {
        var text = Text(name);
        text.ShouldContain("environment: production");
        text.ShouldContain("cancel-in-progress: false");
    }

    private static string Text(string name) => File.ReadAllText(Path.Combine(Checkout.Root, ".github/workflows", name));

    private static string[] Lines(string name) => Text(name).Split('\n');

    [GeneratedRegex("uses: [a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9]+[.][0-9]+[.][0-9]+$")]
    private static partial Regex Pinned();
}
