using System.Text.Json;

namespace DocsPipeline.Tests.StorageFormat.Rendering;

/// <summary>Markdown that people write: ours, of every extension of GitHub's, and those of the specification where it is at hand.</summary>
internal static class Examples
{
    public const string Folder = "tests/cases/github";

    private const string Between = "%%\n";

    /// <summary>Not part of the repository: its text has a licence of its own.</summary>
    private static readonly string[] Specification =
    [
        Environment.GetEnvironmentVariable("GFM_SPECIFICATION") ?? "", Path.Combine(Checkout.Root, "../shared/corpora/markdown/spec.json"),
    ];

    public static string? SpecificationFile { get; } = Specification.FirstOrDefault(File.Exists);

    public static IEnumerable<string> Files() => Directory.EnumerateFiles(Path.Combine(Checkout.Root, Folder), "*.md")
        .Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    public static string[] Of(string file) =>
        File.ReadAllText(Path.Combine(Checkout.Root, Folder, $"{file}.md")).Replace("\r\n", "\n").Split(Between);

    /// <summary>Number, section and Markdown of each example of the specification.</summary>
    public static IEnumerable<(int Number, string Section, string Markdown)> OfSpecification()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SpecificationFile!));
        foreach (var example in file.RootElement.EnumerateArray())
        {
            yield return (example.GetProperty("n").GetInt32(), example.GetProperty("section").GetString()!,
                example.GetProperty("markdown").GetString()!);
        }
    }
}
