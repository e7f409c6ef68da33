using System.Text.RegularExpressions;

namespace DocsPipeline.Tests.Conventions;

/// <summary>A page of Markdown that explains the repository; what it names can be looked up.</summary>
internal sealed partial record Paper(string Path, string Text)
{
    private static readonly Lazy<HashSet<string>> Words = new(() => SourceFile.All
        .SelectMany(file => Word().Matches(file.Text).Select(match => match.Value))
        .ToHashSet(StringComparer.Ordinal));

    /// <summary>Every word that stands in a source file.</summary>
    public static IReadOnlySet<string> Identifiers => Words.Value;

    /// <summary>What stands between backticks, outside of blocks.</summary>
    public IEnumerable<string> Spans => Span().Matches(Block().Replace(Text, "")).Select(match => match.Groups[1].Value);

    /// <summary>The C# of the page's examples, cut where they leave something out, without white space.</summary>
    public IEnumerable<string> Examples => CSharp().Matches(Text)
        .SelectMany(match => match.Groups[1].Value.Split('…'))
        .Select(Squeeze)
        .Where(part => part.Length > 0);

    /// <summary>What one is told to type after <c>./build.sh</c>, in blocks too.</summary>
    public IEnumerable<string> Commands => Command().Matches(Text).Select(match => match.Groups[1].Value.Trim());

    /// <summary>The cells of the rows below a heading, for the table whose heading begins with a cell.</summary>
    public IEnumerable<string[]> Table(string firstCell) => Text.Split('\n')
        .SkipWhile(line => !line.StartsWith($"| {firstCell} |", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|', ' ').Split(" | "));

    public static Paper Read(string path) => new(path, File.ReadAllText(System.IO.Path.Combine(Checkout.Root, path)));

    /// <summary>Whether a path that the page names is there: from the root, from the page, or from where the product stands.</summary>
    public bool Finds(string path) => new[] { "", System.IO.Path.GetDirectoryName(Path)!, "build", "src", "src/DocsPipeline" }
        .Any(folder => System.IO.Path.Exists(System.IO.Path.Combine(Checkout.Root, folder, path)));

    /// <summary>Code without its white space, so that a line may be broken elsewhere.</summary>
    public static string Squeeze(string code) => string.Concat(code.Where(character => !char.IsWhiteSpace(character)));

    [GeneratedRegex("^ *```csharp\n(.*?)^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Span();

    [GeneratedRegex("^ *```.*?^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("\\./build\\.sh((?: [^`\n#]+)?)")]
    private static partial Regex Command();
}
