using System.Text.RegularExpressions;

namespace DocsPipeline.Tests.Conventions;

/// <summary>A snapshot whose test was renamed or deleted is compared with nothing, and reads as if it were.</summary>
public sealed partial class SnapshotsBelongToTests
{
    [Fact]
    public void Every_snapshot_is_one_of_a_test_beside_it() => Directory
        .EnumerateFiles(Path.Combine(Checkout.Root, "tests", "DocsPipeline.Tests"), "*.snap", SearchOption.AllDirectories)
        .Where(file => !file.Contains("__mismatch__", StringComparison.Ordinal) && !HasTest(file))
        .ShouldBeEmpty();

    private static bool HasTest(string snapshot)
    {
        var name = Name().Match(Path.GetFileName(snapshot));
        var source = Path.Combine(Path.GetDirectoryName(snapshot)!, "..", $"{name.Groups[1].Value}.cs");
        return File.Exists(source) && TestMethod().Matches(File.ReadAllText(source))
            .Select(match => match.Groups[1].Value)
            .Any(test => name.Groups[2].Value == test || name.Groups[2].Value.StartsWith($"{test}_", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^([^.]+)\.(.+)\.snap$")]
    private static partial Regex Name();

    [GeneratedRegex(@"public (?:async Task|void) (\w+)\(")]
    private static partial Regex TestMethod();
}
