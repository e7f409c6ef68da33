using System.Text.RegularExpressions;
using DocsPipeline.Systems.Git;

namespace DocsPipeline.Tests.Conventions;

/// <summary>
/// git is a library here: whoever runs the pipeline needs no git program, and nothing that such a program is configured to do happens.
/// </summary>
public sealed partial class NoGitIsStarted
{
    [Fact]
    public void The_library_starts_no_process_at_all() => typeof(GitRepository).Assembly.GetReferencedAssemblies()
        .Select(reference => reference.Name)
        .ShouldNotContain("System.Diagnostics.Process");

    [Fact]
    public void Nothing_but_the_sandbox_and_the_tests_starts_git() => SourceFile.Below("src").Concat(SourceFile.Below("build"))
        .Where(file => !file.Path.StartsWith("src/DocsPipeline.Sandbox/", StringComparison.Ordinal))
        .Where(file => file.Text.Contains("Process", StringComparison.Ordinal) && NamesGit().IsMatch(file.Text))
        .Select(file => file.Path)
        .ShouldBeEmpty();

    [Theory]
    [InlineData("Process.Start(\"git\", arguments)")]
    [InlineData("new ProcessStartInfo(\"/usr/bin/git\")")]
    [InlineData("FileName = \"git.exe\"; // Process")]
    public void A_start_of_git_would_be_seen(string line) => NamesGit().IsMatch(line).ShouldBeTrue();

    [GeneratedRegex("""["/\\]git(\.exe)?["\s]""")]
    private static partial Regex NamesGit();
}
