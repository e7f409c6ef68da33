using System.Reflection;
using System.Text.RegularExpressions;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Tests.Conventions;

/// <summary>A code that no test names and no case folder is called after could vanish, or never be told, and nobody would see.</summary>
public sealed class EveryCodeIsTested
{
    private static readonly Lazy<IReadOnlyList<string>> Untested = new(() =>
    {
        var tests = string.Join('\n', SourceFile.Below("tests/DocsPipeline.Tests")
            .Where(file => !file.Path.EndsWith($"/{nameof(EveryCodeIsTested)}.cs", StringComparison.Ordinal))
            .Select(file => file.Text));
        var cases = Directory.EnumerateDirectories(Path.Combine(Checkout.Root, "tests", "cases"), "DOC*", SearchOption.AllDirectories)
            .Select(folder => Path.GetFileName(folder)[..7])
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from range in typeof(Catalogue).GetNestedTypes(BindingFlags.Public)
               from field in range.GetFields(BindingFlags.Public | BindingFlags.Static)
               let code = (DiagnosticCode)field.GetValue(null)!
               where !cases.Contains(code.Id) && !Regex.IsMatch(tests, $@"\b(?:{code.Id}|{range.Name}\.{field.Name})\b")
               orderby code.Id
               select code.Id,
        ];
    });

    [Fact]
    public void No_code_is_without_a_test() => Untested.Value.ShouldBeEmpty();
}
