using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Build;
using Build.CommandLine;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Tests.Conventions;

/// <summary>The tables of the README and what they are about say the same.</summary>
public sealed partial class ReadmeIsTrue
{
    private static readonly Paper Readme = Paper.Read("README.md");

    [Fact]
    public void Its_table_of_wishes_names_every_target()
    {
        var words = Readme.Table("…").SelectMany(row => Target().Matches(row[1])).Select(match => match.Groups[1].Value);
        TargetList.Of(typeof(BuildContext).Assembly).All.Select(target => target.Word).Except(words).ShouldBeEmpty();
    }

    [Fact]
    public void Its_table_of_exit_codes_is_the_list_of_the_program() => Readme.Table("exit code")
        .Select(row => int.Parse(row[0], CultureInfo.InvariantCulture))
        .ShouldBe(Enum.GetValues<ExitCode>().Select(code => (int)code));

    [Fact]
    public void Its_table_of_packages_is_the_list_of_versions() => Names("package")
        .Except(["Cake.Tool"])
        .ShouldBe(Package().Matches(Read("Directory.Packages.props")).Select(match => match.Groups[1].Value), ignoreOrder: true);

    [Fact]
    public void Its_table_of_tools_is_the_list_of_local_tools()
    {
        using var list = JsonDocument.Parse(Read(".config/dotnet-tools.json"));
        Names("tool (`dotnet tool restore`)").Select(name => name.ToLowerInvariant())
            .ShouldBe(list.RootElement.GetProperty("tools").EnumerateObject().Select(tool => tool.Name), ignoreOrder: true);
    }

    [Fact]
    public void Its_table_of_packages_and_tools_names_each_licence_and_each_reason() => Readme.Table("package")
        .Concat(Readme.Table("tool (`dotnet tool restore`)"))
        .Where(row => row.Length != 3 || !Licence().IsMatch(row[1]) || row[2].Length < 10)
        .Select(row => row[0])
        .ShouldBeEmpty();

    [Fact]
    public void Its_table_of_folders_names_every_project()
    {
        var named = Readme.Table("folder").SelectMany(row => Folder().Matches(row[0])).Select(match => match.Groups[1].Value).ToList();
        Directory.EnumerateFiles(Checkout.Root, "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Checkout.Root, Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Where(folder => !folder.StartsWith("artifacts", StringComparison.Ordinal))
            .Where(folder => !named.Exists(name => $"{folder}/".StartsWith(name, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> Names(string table) => Readme.Table(table).SelectMany(row => row[0].Split(", "));

    private static string Read(string path) => File.ReadAllText(Path.Combine(Checkout.Root, path));

    [GeneratedRegex(@"\./build\.sh (\w+)")]
    private static partial Regex Target();

    [GeneratedRegex("<PackageVersion Include=\"([^\"]+)\"")]
    private static partial Regex Package();

    [GeneratedRegex("MIT|Apache-2\\.0|BSD-[23]-Clause")]
    private static partial Regex Licence();

    [GeneratedRegex("`([^`]+/)`")]
    private static partial Regex Folder();
}
