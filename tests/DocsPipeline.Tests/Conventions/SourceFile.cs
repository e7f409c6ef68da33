using System.Text.RegularExpressions;

namespace DocsPipeline.Tests.Conventions;

/// <summary>A C# file of the repository as the conventions see it.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> Files = new(() =>
    [
        .. new[] { "build", "src", "tests" }
            .Select(folder => System.IO.Path.Combine(Checkout.Root, folder))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Select(file => new SourceFile(System.IO.Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'), File.ReadAllText(file)))
            .Where(file => !file.Path.Split('/').Any(part => part is "bin" or "obj"))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ]);

    public static IReadOnlyList<SourceFile> All => Files.Value;

    public int Lines => Text.AsSpan().TrimEnd().Count('\n') + 1;

    /// <summary>The namespaces of ours that the file names in a using directive or in full.</summary>
    public IEnumerable<string> Mentions => Ours().Matches(Text).Select(match => match.Value).Distinct();

    public IEnumerable<string> Types => Declaration().Matches(Text).Select(match => match.Groups[1].Value);

    public static IEnumerable<SourceFile> Below(string folder) =>
        All.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal));

    [GeneratedRegex(@"(?<=using (?:static )?(?:\w+ = )?)DocsPipeline(?:\.\w+)*")]
    private static partial Regex Ours();

    [GeneratedRegex(
        @"^\s*(?:(?:public|internal|private|protected|sealed|static|abstract|partial|readonly|ref|file)\s+)*"
        + @"(?:class|record struct|record|struct|interface|enum)\s+(\w+)",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
