using System.Text.RegularExpressions;
using Build;
using Build.CommandLine;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Tests.Conventions;

/// <summary>What the papers name is there: files, types, targets and codes. A paper that lies is worse than none.</summary>
public sealed partial class PapersAreTrue
{
    public static TheoryData<string> Papers =>
        ["README.md", "CHANGELOG.md", ".github/CONTRIBUTING.md", ".github/SECURITY.md", "src/ARCHITECTURE.md", "src/GLOSSARY.md"];

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_path_leads_somewhere(string name)
    {
        var paper = Paper.Read(name);
        paper.Spans
            .Where(span => FilePath().IsMatch(span) && !span.StartsWith("artifacts/", StringComparison.Ordinal))
            .Where(span => !paper.Finds(span))
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_link_to_a_file_leads_to_one(string name)
    {
        var paper = Paper.Read(name);
        Link().Matches(paper.Text).Select(match => match.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Where(target => !Path.Exists(Path.Combine(Checkout.Root, Path.GetDirectoryName(name)!, target.Split('#')[0])))
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_name_of_a_type_is_one_of_the_code(string name)
    {
        var packages = Packages().Matches(File.ReadAllText(Path.Combine(Checkout.Root, "Directory.Packages.props")));
        var elsewhere = packages.SelectMany(match => match.Groups[1].Value.Split('.')).Append("Tool").ToHashSet(StringComparer.Ordinal);
        Paper.Read(name).Spans
            .Where(span => TypeName().IsMatch(span))
            .SelectMany(span => span.Split('.'))
            .Where(word => !Paper.Identifiers.Contains(word) && !elsewhere.Contains(word))
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_example_stands_in_the_code(string name)
    {
        var sources = SourceFile.All
            .Where(file => !file.Path.StartsWith("tests/", StringComparison.Ordinal))
            .Select(file => Paper.Squeeze(file.Text))
            .ToList();
        Paper.Read(name).Examples
            .Where(example => !sources.Exists(source => source.Contains(example, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_command_is_understood(string name)
    {
        var commandLine = TargetCommandLine.Of(typeof(BuildContext).Assembly);
        foreach (var command in Paper.Read(name).Commands)
        {
            var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('"', '\'', ';', ',', '.'));
            Should.NotThrow(() => commandLine.Read(words).ToList(), $"./build.sh {command}");
        }
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_code_of_a_diagnostic_is_in_the_catalogue(string name) => Code().Matches(Paper.Read(name).Text)
        .Select(match => match.Value)
        .Except(Catalogue.All.Select(code => code.Id))
        .ShouldBeEmpty();

    [GeneratedRegex(@"^\.?[\w-]+[\w.-]*(?:/[\w.-]+)*/[\w.-]*$|^[\w./-]+\.(?:cs|md|yml|yaml|json|props|csproj|sh|ps1|sln|targets)$")]
    private static partial Regex FilePath();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^[A-Z]\w*[a-z]\w*(?:\.[A-Z]\w*[a-z]\w*)*$")]
    private static partial Regex TypeName();

    [GeneratedRegex("<PackageVersion Include=\"([^\"]+)\"")]
    private static partial Regex Packages();

    [GeneratedRegex(@"DOC\d{4}")]
    private static partial Regex Code();
}
