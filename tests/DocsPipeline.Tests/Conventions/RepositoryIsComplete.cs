using System.Text.RegularExpressions;

namespace DocsPipeline.Tests.Conventions;

public sealed partial class RepositoryIsComplete
{
    [Theory]
    [InlineData(".gitignore", "artifacts/")]
    [InlineData(".gitattributes", "* text=auto eol=lf")]
    [InlineData(".editorconfig", "root = true")]
    [InlineData("Directory.Build.props", "<TreatWarningsAsErrors>true")]
    [InlineData("Directory.Packages.props", "CentralPackageTransitivePinningEnabled")]
    [InlineData("LICENSE", "MIT License")]
    [InlineData(".ci/run", "./build.sh test")]
    [InlineData("README.md", "./build.sh test")]
    public void The_files_that_tools_and_people_look_for_are_there(string path, string holds) =>
        File.ReadAllText(Path.Combine(Checkout.Root, path)).ShouldContain(holds);

    [Theory]
    [InlineData("build.sh")]
    [InlineData(".ci/run")]
    public void Scripts_can_be_run(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(Checkout.Root, path)).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();
        }
    }

    [Fact]
    public void Packages_get_their_versions_in_one_place() => Directory
        .EnumerateFiles(Checkout.Root, "*.csproj", SearchOption.AllDirectories)
        .Where(file => !file.Contains("artifacts") && VersionOfItsOwn().IsMatch(File.ReadAllText(file)))
        .ShouldBeEmpty();

    [Fact]
    public void Every_package_has_a_reason_in_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(Checkout.Root, "README.md"));
        PackageVersion().Matches(File.ReadAllText(Path.Combine(Checkout.Root, "Directory.Packages.props")))
            .Select(match => match.Groups[1].Value)
            .Where(package => !readme.Contains(package, StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty();
    }

    [GeneratedRegex("<PackageReference [^>]*Version=")]
    private static partial Regex VersionOfItsOwn();

    [GeneratedRegex("<PackageVersion Include=\"([^\"]+)\"")]
    private static partial Regex PackageVersion();
}
