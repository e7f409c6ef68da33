using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat.Rendering;

/// <summary>What became of one Markdown: the page, what was told, and the Markdown that the page is.</summary>
internal sealed class Outcome
{
    private static readonly ConversionOptions Options = new();

    private Outcome(string storage, string markdown, string again, IReadOnlyList<ConversionFinding> findings)
    {
        Storage = storage;
        Markdown = markdown;
        Again = again;
        Findings = findings;
    }

    public string Storage { get; }

    public string Markdown { get; }

    /// <summary>What the page of that Markdown is in Markdown: the same.</summary>
    public string Again { get; }

    public IReadOnlyList<ConversionFinding> Findings { get; }

    public static Outcome Of(string markdown)
    {
        var written = new MarkdownToStorageFormat().Convert(markdown, null, Options);
        var storage = written.Storage.ShouldNotBeNull(markdown);
        var read = Read(storage);
        return new Outcome(storage, read, Read(new MarkdownToStorageFormat().Convert(read, null, Options).Storage!), written.Findings);
    }

    /// <summary>The words that GitHub shows and the page does not; of a mention and of pictures GitHub's own has none.</summary>
    public List<string> Lost(string markdown) => new WordCount(SeenWords.Of(Storage).Select(seen => seen.Word))
        .Missing(GitHubText.Of(markdown).SelectMany(WordCount.Of));

    /// <summary>Whether the page shows as text what GitHub does not show.</summary>
    public bool ShowsMore(string markdown) => new WordCount(GitHubText.Of(markdown))
        .Missing(SeenWords.Of(Storage).Select(seen => seen.Word)).Count > 0;

    /// <summary>Converted as GitHub shows it, kept as text, or told.</summary>
    public string Kind(string markdown) => Findings.Count > 0 ? "told" : ShowsMore(markdown) ? "kept as text" : "converted";

    private static string Read(string storage) => new StorageFormatToMarkdown().Convert(storage, Options).Markdown!;
}
