using System.Text.RegularExpressions;

namespace DocsPipeline.Tests.Conventions;

public sealed partial class NamesSaySomething
{
    [Fact]
    public void No_type_is_called_after_nothing_in_particular() => SourceFile.All
        .SelectMany(file => file.Types.Where(type => Empty().IsMatch(type)).Select(type => $"{file.Path}: {type}"))
        .ShouldBeEmpty();

    [Fact]
    public void No_file_hides_code_in_regions_or_puts_work_off() => SourceFile.All
        .Where(file => Hidden().IsMatch(file.Text) && !file.Path.EndsWith("NamesSaySomething.cs", StringComparison.Ordinal))
        .Select(file => file.Path)
        .ShouldBeEmpty();

    [Fact]
    public void The_namespace_is_the_folder() =>
        SourceFile.Below("src/DocsPipeline").Concat(SourceFile.Below("src/DocsPipeline.StorageFormat"))
        .Where(file => Namespace().Match(file.Text) is { Success: true } found && found.Groups[1].Value != Folder(file.Path))
        .Select(file => file.Path)
        .Where(path => !path.Contains("/Diagnostics/Codes/"))
        .ShouldBeEmpty();

    private static string Folder(string path) => string.Join('.', path.Split('/')[1..^1]);

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Utility|Common|Shared|Base|Service|Processor|Info|Data|Impl)$")]
    private static partial Regex Empty();

    [GeneratedRegex(@"^\s*#region|NotImplementedException|//\s*(TODO|FIXME|HACK)", RegexOptions.Multiline)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
